import { contentsOf } from "../../../core/archive/contents.ts";
import type { Issue } from "../../../core/issue/issue.ts";

/** A range of characters; `end` is exclusive. */
export interface Span {
	start: number;
	end: number;
}

/** A range of lines of the written file, both ends inclusive, counted from 0. */
export interface LineRange {
	first: number;
	last: number;
}

/**
 * The lines of the `nth` item of an issue, not counting sponsors; null if there is none.
 *
 * @param partLines the lines of each part of the issue
 */
export function locateItem(
	issue: Issue,
	partLines: readonly LineRange[],
	nth: number,
): LineRange | null {
	const item = contentsOf(issue).sections.flatMap(({ items }) => items)[nth];
	return (item && partLines[issue.parts.indexOf(item)]) ?? null;
}

/** An empty line, or the comment that marks an item or a text block. */
const NOTHING = /^\s*(?:<!-- (?:item|text) -->)?\s*$/;

/** The lines of each part: up to the next part, without the empty lines between them. */
export function linesOfParts(text: string, firstLines: readonly number[]): LineRange[] {
	const lines = text.split("\n");
	return firstLines.map((first, at) => {
		const end = firstLines[at + 1] ?? lines.length;
		const last = lines.findLastIndex((line, index) => index < end && !NOTHING.test(line));
		return { first, last: Math.max(first, last) };
	});
}

/** From the beginning of the first line to the end of the last. */
export function spanOfLines(text: string, { first, last }: LineRange): Span {
	const lines = text.split("\n");
	const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
	const marked = lines.slice(first, last + 1).join("\n");
	return { start, end: start + marked.length };
}
