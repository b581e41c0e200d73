/*
 * Removes everything that is not rendered from raw HTML in markdown. The sanitizer would remove it too, but
 * it lets the browser parse the HTML first. Browsers then report each event handler and style as a
 * violation of the content security policy, although nothing is run.
 */

/** The rendered tags. Links keep their address. All other attributes are removed. */
export const DRAWN_TAGS: readonly string[] = [
	...["p", "br", "hr", "a", "em", "strong", "del", "code", "pre", "blockquote"],
	...["ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "sub", "sup"],
	...["table", "thead", "tbody", "tr", "th", "td"],
];

const DRAWN: ReadonlySet<string> = new Set(DRAWN_TAGS);

/**
 * Comments, and elements whose content is not text. If one is not closed, the rest of the text is removed
 * with it.
 */
const NOT_TEXT =
	/<!--[\s\S]*?(?:-->|$)|<(script|style|template|textarea|title|noscript|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const TAG = /<(?:(\/?)([a-z][a-z0-9]*)|[/!?])([^<>]*)>?/gi;

const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** Reduces HTML to its plain tags. The result must still be sanitized. */
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
