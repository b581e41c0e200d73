/*
 * Classifies lines of markdown: which are blank, and which are in a fenced code block, where nothing is
 * markup (CommonMark 0.31, sections 2.1 and 4.5).
 */

const OPENING_FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;

/**
 * A comment that ends on the line where it begins; it also ends that block of raw HTML (kind 2 in
 * section 4.6).
 */
const WHOLE_COMMENT = /^ {0,3}<!--.*-->/;

/** A blank line has only spaces and tabs. A line with other spaces, such as a no-break space, is text. */
function isBlank(line: string): boolean {
	return endOfText(line) === 0;
}

/**
 * The offset at which the spaces and tabs at the end of a line begin. A regular expression would take
 * quadratic time, since it starts again at every space.
 */
function endOfText(line: string): number {
	let end = line.length;
	while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end -= 1;
	return end;
}

/** Removes the spaces, tabs and line breaks at the end of a text. Other spaces there are part of it. */
export function withoutBlanksAtEnd(text: string): string {
	let end = text.length;
	while (end > 0 && " \t\n".includes(text[end - 1] ?? "")) end -= 1;
	return text.slice(0, end);
}

/**
 * Tells for each line whether it belongs to a fenced code block, including its fences. Only fences
 * count that are at the very start of a line, outside raw HTML, and closed further down. For others,
 * only a complete parser could tell where the block ends; they are treated as text.
 */
export function fencedLines(lines: readonly string[]): boolean[] {
	const fenced = new Array<boolean>(lines.length).fill(false);
	if (!lines.some(mayOpenFence)) return fenced;
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

function mayOpenFence(line: string): boolean {
	return line.startsWith("```") || line.startsWith("~~~");
}

/** Indexes closing fences, so that the lines are not searched again for every opening fence. */
function closingFences(lines: readonly string[]) {
	const byMark = { "`": [] as ClosingFence[], "~": [] as ClosingFence[] };
	for (const [at, line] of lines.entries()) {
		const run = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
		if (run === undefined) continue;
		const { length } = run;
		byMark[run[0] as "`" | "~"].push({ at, length, longest: length });
	}
	for (const runs of Object.values(byMark)) {
		let longest = 0;
		for (const run of runs.toReversed()) {
			longest = Math.max(longest, run.length);
			run.longest = longest;
		}
	}
	const passed = { "`": 0, "~": 0 };
	return {
		/** The first line after `after` that closes `fence`, or -1. Must be called with increasing `after`. */
		find(after: number, fence: string): number {
			const mark = fence[0] as "`" | "~";
			const runs = byMark[mark];
			while ((runs[passed[mark]]?.at ?? Number.POSITIVE_INFINITY) <= after) passed[mark] += 1;
			for (let next = passed[mark]; next < runs.length; next += 1) {
				const { at, length, longest } = runs[next] as ClosingFence;
				if (length >= fence.length) return at;
				if (longest < fence.length) return -1;
			}
			return -1;
		},
	};
}

/** A line that may close a code block. */
interface ClosingFence {
	at: number;
	length: number;
	/** The greatest length of this and all later fences. */
	longest: number;
}
