/*
 * How much of a text can be drawn as it reads. The markdown library goes back over what it has
 * read at emphasis, brackets and long lists: twice as many marks take it four times as long, and
 * quotes within quotes exhaust it. No issue comes near that; a text that was made to, or pasted
 * by mistake, must not hold the page up.
 */

/** A stretch of a text between empty lines, with these lines behind it. */
interface Run {
	text: string;
	/** False where it is to be shown as it is written. */
	reads: boolean;
}

/** Twenty times the length of a long issue. */
const LONGEST = 200_000;
/** Marks of one run. A list of thirty links has some hundred. */
const MOST_MARKS = 1_000;
/** The squares of the marks of all runs together, which is what the work grows with. */
const MOST_WORK = 4_000_000;

/** More markers at the beginning of a line than anyone nests. */
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}/m;

const EMPTY_LINES = /(\n\s*\n)/;

/**
 * The text in one piece if all of it can be read as markdown; else in its runs, those marked that
 * can be read on their own.
 */
export function readableRuns(text: string): Run[] {
	const runs = runsOf(text).map((run) => ({ text: run, work: workOf(run) }));
	const total = runs.reduce((sum, { work }) => sum + work, 0);
	if (text.length <= LONGEST && total <= MOST_WORK) return [{ text, reads: true }];
	const kept: Run[] = [];
	let length = 0;
	let done = 0;
	for (const { text: run, work } of runs) {
		length += run.length;
		const reads = work <= MOST_MARKS ** 2 && done + work <= MOST_WORK && length <= LONGEST;
		if (reads) done += work;
		const last = kept.at(-1);
		if (last && !last.reads && !reads) last.text += run;
		else kept.push({ text: run, reads });
	}
	return kept;
}

/** The runs of a text, which together are the text. */
function runsOf(text: string): string[] {
	const runs: string[] = [];
	const pieces = text.split(EMPTY_LINES);
	for (let at = 0; at < pieces.length; at += 2) runs.push(pieces[at] + (pieces[at + 1] ?? ""));
	return runs;
}

function workOf(run: string): number {
	return DEEP.test(run) ? Number.POSITIVE_INFINITY : marksIn(run) ** 2;
}

/** Everything but words and the spaces between them. */
function marksIn(run: string): number {
	const marks = run.replace(/[\p{L}\p{N}]+/gu, "").replace(/(?<!\n)[ \t]+/g, "");
	return marks.trimEnd().length;
}
