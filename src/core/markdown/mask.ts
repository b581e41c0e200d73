/*
 * What the markdown parser must not see as it stands is replaced by text of the same length, so
 * that positions stay true: what is read is always cut from the original text.
 */

/** Tags of Liquid, Hugo and the like: `{% … %}`, `{{ … }}`, `{{< … >}}`; on one line each. */
const TEMPLATE_TAG = /\{%.*?%\}|\{\{.*?\}\}/g;
const TEMPLATE_LINE =
	/^([ \t]*)((?:\{%.*?%\}|\{\{.*?\}\})(?:[ \t]*(?:\{%.*?%\}|\{\{.*?\}\}))*)(?=[ \t]*$)/gm;

/** Characters that look like blanks; markdown knows only space and tab as such. */
const OTHER_BLANKS = /[\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\0]/g;

/** Blocks within blocks beyond this depth are read as text: none was ever written so by hand. */
const DEEPEST = 40;
const DEEP_INDENT = new RegExp(`^([ \\t]{${2 * DEEPEST}})([ \\t]+)(?=\\S)`, "gm");
const MARKERS = String.raw`(?:[ \t]{0,3}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]?)`;
const DEEP_MARKERS = new RegExp(`^(${MARKERS}{${DEEPEST}})(${MARKERS}+)`, "gm");

/** The longest label of a reference (CommonMark 0.31, section 6.3), taken for titles too. */
const LONGEST_LABEL = 999;
const quoted = (from: string, to: string) =>
	String.raw`${from}(?:[^${from}${to}\\]|\\[^]){0,${LONGEST_LABEL}}${to}`;
const DEFINITION_TITLE = [quoted('"', '"'), quoted("'", "'"), quoted("\\(", "\\)")].join("|");
/**
 * A bracket at the start of a line, behind marks of lists and quotes, that begins no reference
 * definition and no task. The parser would look for the rest of a definition again at every line.
 */
const BRACKET_OF_TEXT = new RegExp(
	String.raw`(?<![^\n])([ \t>*+\-.)\d]*)\[(?![ xX]\][ \t])` +
		String.raw`(?!(?:[^[\]\\]|\\[^]){1,${LONGEST_LABEL}}\]:[ \t]*(?:\n[ \t>]*)?(?:<[^<>\n]*>|[^\s<]\S*)` +
		String.raw`(?:[ \t]+(?:${DEFINITION_TITLE}))?[ \t]*(?![^\n]))`,
	"g",
);

const SHORTEST_COMMENT = "<!---->".length;

/** The text for the parser that finds blocks. */
export function maskForBlocks(text: string): string {
	const plain = text.includes("{") ? maskTemplates(text) : text;
	return plain
		.replace(OTHER_BLANKS, "x")
		.replace(DEEP_INDENT, (_, kept: string, rest: string) => kept + filler(rest))
		.replace(DEEP_MARKERS, (_, kept: string, rest: string) => kept + filler(rest))
		.replace(BRACKET_OF_TEXT, "$1x");
}

/** The text for the parser that finds links within a block. */
export function maskForLinks(text: string): string {
	return text.includes("{") ? text.replace(TEMPLATE_TAG, filler) : text;
}

/** A line of tags alone becomes a comment, which like them is no part of a paragraph. */
function maskTemplates(text: string): string {
	return text
		.replace(TEMPLATE_LINE, (_, indent: string, tags: string) =>
			tags.length < SHORTEST_COMMENT
				? indent + filler(tags)
				: `${indent}<!--${"x".repeat(tags.length - SHORTEST_COMMENT)}-->`,
		)
		.replace(TEMPLATE_TAG, filler);
}

function filler(text: string): string {
	return "x".repeat(text.length);
}
