import { DEFINITION } from "./reference-definition.ts";

/*
 * Text that the markdown parser must not see is replaced by other text of the same length. Offsets stay
 * the same, so results are cut from the original text.
 */

/**
 * A tag of Liquid, Hugo and similar template languages: `{% … %}`, `{{ … }}`, `{{< … >}}`, within one line.
 * It contains no other opening or closing mark: otherwise a line of many tags could be divided in so many
 * ways that trying them all never ends.
 */
const TAG = String.raw`(?:\{%(?:(?!\{%|%\}).)*%\}|\{\{(?:(?!\{\{|\}\}).)*\}{2,})`;
const TEMPLATE_TAG = new RegExp(TAG, "g");
const TEMPLATE_LINE = new RegExp(`^([ \\t]*)(${TAG}(?:[ \\t]*${TAG})*)(?=[ \\t]*$)`, "gm");

/** Characters that look like spaces. Markdown recognizes only space and tab. */
const OTHER_BLANKS = /[\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\0]/g;

/** Blocks nested deeper than this are treated as text. Nobody writes such text by hand. */
const DEEPEST = 40;
const DEEP_INDENT = new RegExp(`^([ \\t]{${2 * DEEPEST}})([ \\t]+)(?=\\S)`, "gm");
const MARKERS = String.raw`(?:[ \t]{0,3}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]?)`;
const DEEP_MARKERS = new RegExp(`^(${MARKERS}{${DEEPEST}})(${MARKERS}+)`, "gm");

/** Longer titles of definitions are not recognized, so that an unclosed one is not looked through to the end. */
const MAX_TITLE_LENGTH = 999;
const quoted = (from: string, to: string) =>
	String.raw`${from}(?:[^${from}${to}\\]|\\[^]){0,${MAX_TITLE_LENGTH}}${to}`;
const DEFINITION_TITLE = [quoted('"', '"'), quoted("'", "'"), quoted("\\(", "\\)")].join("|");
/**
 * A bracket at the start of a line, after list and quote marks, that begins neither a reference
 * definition nor a task. The parser would otherwise look for the rest of a definition at every such
 * line.
 */
const BRACKET_OF_TEXT = new RegExp(
	String.raw`(?<![^\n])([ \t>*+\-.)\d]*)(?!\[[ xX]\][ \t])` +
		String.raw`(?!${DEFINITION}(?:[ \t]+(?:${DEFINITION_TITLE}))?[ \t]*(?![^\n]))\[`,
	"g",
);

const MIN_COMMENT_LENGTH = "<!---->".length;

/** Prepares a text for parsing blocks. */
export function maskForBlocks(text: string): string {
	const plain = text.includes("{") ? maskTemplates(text) : text;
	return plain
		.replace(OTHER_BLANKS, "x")
		.replace(DEEP_INDENT, (_, kept: string, rest: string) => kept + filler(rest))
		.replace(DEEP_MARKERS, (_, kept: string, rest: string) => kept + filler(rest))
		.replace(BRACKET_OF_TEXT, "$1x");
}

/** Prepares the text of a block for parsing links. */
export function maskForLinks(text: string): string {
	return text.includes("{") ? text.replace(TEMPLATE_TAG, filler) : text;
}

/** A line with only tags becomes a comment, which is not part of a paragraph either. */
function maskTemplates(text: string): string {
	return text
		.replace(TEMPLATE_LINE, (_, indent: string, tags: string) =>
			tags.length < MIN_COMMENT_LENGTH
				? indent + filler(tags)
				: `${indent}<!--${"x".repeat(tags.length - MIN_COMMENT_LENGTH)}-->`,
		)
		.replace(TEMPLATE_TAG, filler);
}

function filler(text: string): string {
	return "x".repeat(text.length);
}
