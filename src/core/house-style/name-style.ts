import type { HouseStyle } from "./house-style.ts";

/** The name that stands in the title of the style that Galley comes with. */
const DEFAULT_NAME = "DEVOPS WEEKLY";

/** Heading marks, or the quote of a value in front matter: what a title can begin with. */
const BEFORE_NAME = /^(?:#{1,6} +|["'])?/;

/** A value that YAML reads as this text without quotes. */
const PLAIN_VALUE = /^[\p{L}\p{N}](?:(?!: | #).)*$/u;

/**
 * A style with the newsletter's name at the beginning of its title, in the title line and in the front
 * matter: in place of the former name, or of the one that Galley comes with. A title that has that
 * name already, in whatever case, stays as it is.
 *
 * @param former the name until now; empty for none
 * @param name the name from now on; empty to leave it out
 * @param insert whether a title without a name gets one, as a ready-made style has it
 */
export function nameStyle(
	style: HouseStyle,
	former: string,
	name: string,
	insert: boolean,
): HouseStyle {
	const change = {
		formers: [former, DEFAULT_NAME].filter(Boolean),
		name: withoutBraces(name),
		insert,
	};
	const { kind, lines } = style.frontMatter;
	return {
		...style,
		titleLine: namedTitle(style.titleLine, change),
		frontMatter: {
			kind,
			lines: lines.map((line) =>
				line.key.toLowerCase() === "title"
					? { ...line, pattern: namedValue(line.pattern, change, kind === "yaml") }
					: line,
			),
		},
	};
}

interface Naming {
	formers: readonly string[];
	name: string;
	insert: boolean;
}

/** Braces are for what a pattern fills in, and cannot be written otherwise. */
function withoutBraces(name: string): string {
	return name.replace(/[{}]/g, "").replace(/\s+/g, " ").trim();
}

/** A value of front matter, quoted where the name needs it. */
function namedValue(pattern: string, change: Naming, isYaml: boolean): string {
	const quote = /^["']/.exec(pattern)?.[0] ?? "";
	const escaped = (text: string) => escapedIn(quote, text);
	const named = namedTitle(pattern, {
		...change,
		formers: change.formers.map(escaped),
		name: escaped(change.name),
	});
	if (!isYaml || quote !== "" || named === pattern || PLAIN_VALUE.test(change.name)) return named;
	return change.name === "" ? named : `'${escapedIn("'", named)}'`;
}

function escapedIn(quote: string, text: string): string {
	if (quote === '"') return text.replace(/["\\]/g, "\\$&");
	return quote === "'" ? text.replaceAll("'", "''") : text;
}

function namedTitle(title: string, { formers, name, insert }: Naming): string {
	const before = BEFORE_NAME.exec(title)?.[0] ?? "";
	const rest = title.slice(before.length);
	const former = formers.filter((text) => beginsWith(rest, text)).sort(byLength)[0];
	if (former !== undefined) {
		if (former.toLowerCase() === name.toLowerCase()) return title;
		const after = rest.slice(former.length);
		return before + (name === "" ? after.replace(/^[\s–-]+/, "") : name + after);
	}
	if (!insert || name === "" || beginsWith(rest, name) || !/^issue\b/i.test(rest)) return title;
	// The default title without its name stands in capitals and has no dash.
	return rest.startsWith("ISSUE ") ? `${before}${name} ${rest}` : `${before}${name} – ${rest}`;
}

/** Whether a text begins with these words, in whatever case. */
function beginsWith(text: string, words: string): boolean {
	const isSame = text.slice(0, words.length).toLowerCase() === words.toLowerCase();
	return isSame && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}

function byLength(one: string, other: string): number {
	return other.length - one.length;
}
