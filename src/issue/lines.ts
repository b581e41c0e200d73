/*
 * What markdown makes of lines before it looks inside them: which are blank, and which stand in
 * a fenced code block, where nothing means anything (CommonMark 0.31, sections 2.1 and 4.5).
 */

const OPENING_FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

/** A comment that ends on its own line ends the raw HTML it is (kind 2 in section 4.6). */
const WHOLE_COMMENT = /^ {0,3}<!--.*-->/;

/** Blank is spaces and tabs only; a line with, say, a no-break space is text. */
export function isBlank(line: string): boolean {
	return /^[ \t]*$/.test(line);
}

/**
 * Which lines belong to a fenced code block, its fences included. Only a fence at the very start
 * of a line, outside raw HTML, that is closed further down counts: of no other can it be said
 * without a whole parser where it ends. The writer escapes those, the reader takes them as text.
 */
export function fencedLines(lines: readonly string[]): boolean[] {
	const fenced = lines.map(() => false);
	if (!lines.some((line) => OPENING_FENCE.test(line))) return fenced;
	const closings = closingFences(lines);
	let inHtml = false;
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] as string;
		if (isBlank(line)) inHtml = false;
		else if (/^ {0,3}</.test(line)) inHtml ||= !WHOLE_COMMENT.test(line);
		const opening = inHtml ? null : OPENING_FENCE.exec(line);
		const fence = opening?.[1] ?? opening?.[2];
		if (fence === undefined) continue;
		const close = closings.find(at, fence);
		if (close === -1) continue;
		fenced.fill(true, at, close + 1);
		at = close;
	}
	return fenced;
}

/** Finds closing fences without reading the same lines again for every opening one. */
function closingFences(lines: readonly string[]) {
	const runs = lines.flatMap((line, at) => {
		const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
		return run === undefined ? [] : [{ at, mark: run[0], length: run.length, longest: run.length }];
	});
	for (const mark of ["`", "~"]) {
		let longest = 0;
		for (const run of runs.toReversed().filter((each) => each.mark === mark)) {
			longest = Math.max(longest, run.length);
			run.longest = longest;
		}
	}
	let passed = 0;
	return {
		/** The first line after `after` that closes `fence`, or -1. Ask with `after` growing. */
		find(after: number, fence: string): number {
			while ((runs[passed]?.at ?? Number.POSITIVE_INFINITY) <= after) passed += 1;
			for (let next = passed; next < runs.length; next += 1) {
				const { at, mark, length, longest } = runs[next] as (typeof runs)[number];
				if (mark !== fence[0]) continue;
				if (length >= fence.length) return at;
				if (longest < fence.length) return -1;
			}
			return -1;
		},
	};
}
