/*
 * Limits how much of a text is rendered as markdown. The time that the markdown library needs for emphasis,
 * brackets and long lists grows with the square of the number of marks, and deeply nested quotes exhaust
 * its stack. Real issues are far below these limits. A text made for this purpose, or pasted by mistake,
 * must not block the page.
 */

/** A part of a text up to and including the next empty lines. */
interface Run {
	text: string;
	/** False if the part must be shown as plain source. */
	reads: boolean;
}

/** Twenty times the length of a long issue. */
const LONGEST = 200_000;
/** Marks in one run. A list of thirty links has some hundred. */
const MAX_MARKS = 1_000;
/** The sum of the squared numbers of marks of all runs, which is proportional to the time needed. */
const MAX_WORK = 4_000_000;

/** More nested markers at the beginning of a line than anybody uses. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/m;

const EMPTY_LINES = /(\n\s*\n)/;

/**
 * Returns the whole text as one run if all of it can be rendered as markdown, or else its runs. `reads`
 * says which of them can be rendered separately.
 */
export function readableRuns(text: string): Run[] {
	const runs = runsOf(text).map((run) => ({ text: run, work: workOf(run) }));
	const total = runs.reduce((sum, { work }) => sum + work, 0);
	if (text.length <= LONGEST && total <= MAX_WORK) return [{ text, reads: true }];
	const kept: Run[] = [];
	let length = 0;
	let done = 0;
	for (const { text: run, work } of runs) {
		length += run.length;
		const reads = work <= MAX_MARKS ** 2 && done + work <= MAX_WORK && length <= LONGEST;
		if (reads) done += work;
		const last = kept.at(-1);
		if (last && !last.reads && !reads) last.text += run;
		else kept.push({ text: run, reads });
	}
	return kept;
}

/** Splits a text into runs. Joined together, they are the text. */
function runsOf(text: string): string[] {
	const runs: string[] = [];
	const pieces = text.split(EMPTY_LINES);
	for (let at = 0; at < pieces.length; at += 2) runs.push(pieces[at] + (pieces[at + 1] ?? ""));
	return runs;
}

function workOf(run: string): number {
	return DEEP.test(run) ? Number.POSITIVE_INFINITY : marksIn(run) ** 2;
}

/** The number of characters other than words and the spaces between them. */
function marksIn(run: string): number {
	const marks = run.replace(/[\p{L}\p{N}]+/gu, "").replace(/(?<!\n)[ \t]+/g, "");
	return marks.trimEnd().length;
}
