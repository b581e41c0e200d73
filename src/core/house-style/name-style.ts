import type { HouseStyle } from "./house-style.ts";

/** The newsletter name in the title of Galley's default style. */
const DEFAULT_NAME = "DEVOPS WEEKLY";

/** What can precede the name in a title: heading marks, or the quote of a front matter value. */
const BEFORE_NAME = /^(?:#{1,6} +|["'])?/;

/** A value that YAML parses as the same text without quotes. */
const PLAIN_VALUE = /^[\p{L}\p{N}](?:(?!: | #).)*$/u;

/**
 * Puts the newsletter's name at the beginning of the title, both in the title line and in the front
 * matter. It replaces the previous name or the name of the default style. A title that already has the
 * name, in upper or lower case, is not changed.
 *
 * @param former the previous name; empty for none
 * @param name the new name; empty to remove the previous one
 * @param insert whether to add the name to a title that has none, as in ready-made styles
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

/** Removes braces, since they mark placeholders in a pattern and cannot be escaped. */
function withoutBraces(name: string): string {
	return name.replace(/[{}]/g, "").replace(/\s+/g, " ").trim();
}

/** Puts the name into a front matter value, which is quoted if the name requires it. */
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
	const former = formers.filter((text) => beginsWith(rest, text)).sort(longestFirst)[0];
	if (former !== undefined) {
		if (former.toLowerCase() === name.toLowerCase()) return title;
		const after = rest.slice(former.length);
		return before + (name === "" ? after.replace(/^[\s–-]+/, "") : name + after);
	}
	if (!insert || name === "" || beginsWith(rest, name) || !/^issue\b/i.test(rest)) return title;
	// The default title is in capitals and has no dash.
	return rest.startsWith("ISSUE ") ? `${before}${name} ${rest}` : `${before}${name} – ${rest}`;
}

/** Whether a text begins with these whole words, in upper or lower case. */
function beginsWith(text: string, words: string): boolean {
	const isSame = text.slice(0, words.length).toLowerCase() === words.toLowerCase();
	return isSame && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}

function longestFirst(one: string, other: string): number {
	return other.length - one.length;
}
