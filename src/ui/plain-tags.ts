/*
 * Raw HTML in markdown, less everything that is not drawn. The sanitizer would take it out as
 * well, but has a browser parse it first; and browsers tell of each handler and each style that
 * they come upon as a violation of the content security policy, though nothing of it is run.
 */

/** What is drawn. Links keep where they lead to, and nothing keeps any other attribute. */
export const DRAWN_TAGS: readonly string[] = [
	...["p", "br", "hr", "a", "em", "strong", "del", "code", "pre", "blockquote"],
	...["ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "sub", "sup"],
	...["table", "thead", "tbody", "tr", "th", "td"],
];

const DRAWN: ReadonlySet<string> = new Set(DRAWN_TAGS);

/** Comments, and elements whose content is no text; one that never ends takes the rest along. */
const NOT_TEXT =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|template|textarea|title|noscript|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const TAG = /<(?:(\/?)([a-z][a-z0-9]*)|[/!?])([^<>]*)>?/gi;

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The HTML with its plain tags alone. It is still to be sanitized. */
export function plainTags(html: string): string {
	return html
		.replace(NOT_TEXT, "")
		.replace(TAG, (_, slash: string | undefined, name = "", attributes = "") =>
			plainTag(slash === "/", name.toLowerCase(), attributes),
		);
}

function plainTag(closes: boolean, name: string, attributes: string): string {
	if (!DRAWN.has(name)) return "";
	if (closes) return `</${name}>`;
	const [, double, single, bare] = (name === "a" && HREF.exec(attributes)) || [];
	const address = double ?? single ?? bare;
	return address === undefined
		? `<${name}>`
		: `<${name} href="${address.replaceAll('"', "&quot;")}">`;
}
