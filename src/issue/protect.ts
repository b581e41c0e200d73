import { fencedLines, isBlank } from "../core/markdown/lines.ts";

/*
 * What a person types must stay what it is: a line of their note that would turn into a heading,
 * a code block without end or the like gets a backslash, as CommonMark 0.31 (section 2.4)
 * provides, and loses it again when it is read. A line that has such backslashes already gets one
 * more, so that every text comes back exactly: the way mail quotes `From ` lines (the "mboxrd"
 * form), where `>From ` becomes `>>From `.
 */

/** List and quote markers that may stand before what matters on a line. */
const CONTAINERS = String.raw`(?:[ \t]|>|(?:[-+*]|\d{1,9}[.)])[ \t])*`;

/** What makes a line more than text at its beginning: headings, fences, endless raw HTML. */
const STRUCTURE = String.raw`#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$|${"`{3}"}|~{3}|<(?:!|\?|(?:script|pre|style|textarea)(?:[\s>]|$))`;

const STRUCTURAL_LINE = new RegExp(`^(${CONTAINERS})(\\\\*)(?=${STRUCTURE})`, "i");

/** Nothing that matters on a line begins with a letter: most lines need no closer look. */
const WORD_FIRST = /^\p{L}/u;

/** A rule drawn with gaps, `- - -`, is no heading; the dashes would otherwise look like one. */
const GAPPED_RULE = /^ {0,3}-(?:[ \t]+-)+[ \t]*$/;

/** Text that may open a link reference definition, which would reach across the whole issue. */
const BRACKET_FIRST = new RegExp(`^${CONTAINERS}\\\\*\\[`);
const LABEL_END = /\](\\*):/g;

const CLOSING_HASHES = /((?:^|[ \t]))(\\*)(?=#+$)/;

const FROM_LINE = /^(>*)(?=From )/;

/** Text so written that no line of it is structure. Lines in closed code fences stay as they are. */
export function protect(text: string): string {
	return eachLine(text, (backslashes) => `${backslashes}\\`);
}

/** The inverse of `protect`. */
export function unprotect(text: string): string {
	return eachLine(text, (backslashes) => backslashes.slice(1));
}

/** A heading's one line so written that it is a paragraph's only line, before its underline. */
export function protectHeading(heading: string): string {
	return changeHeading(heading, (backslashes) => `${backslashes}\\`);
}

/** The inverse of `protectHeading`. */
export function unprotectHeading(heading: string): string {
	return changeHeading(heading, (backslashes) => backslashes.slice(1));
}

/** A heading marked with `#`, so written that its own last `#` is not taken for a closing mark. */
export function protectHashed(heading: string): string {
	return changeStart(heading, CLOSING_HASHES, (backslashes) => `${backslashes}\\`);
}

/** The inverse of `protectHashed`. */
export function unprotectHashed(heading: string): string {
	return changeStart(heading, CLOSING_HASHES, (backslashes) => backslashes.slice(1));
}

/** Puts `>` before a line that begins `From `, and before those that have some already. */
export function quoteFrom(line: string): string {
	return line.includes("From ") ? line.replace(FROM_LINE, "$1>") : line;
}

/** The inverse of `quoteFrom`; a line without the mark stays as it is. */
export function unquoteFrom(line: string): string {
	return line.startsWith(">") ? line.replace(/^>(?=>*From )/, "") : line;
}

function eachLine(text: string, change: (backslashes: string) => string): string {
	const lines = text.split("\n");
	const fenced = fencedLines(lines);
	let bracketFirst = false;
	return lines
		.map((line, at) => {
			if (isBlank(line) || fenced[at]) {
				bracketFirst = false;
				return line;
			}
			bracketFirst ||= BRACKET_FIRST.test(line);
			const labelled = bracketFirst ? changeLabelEnds(line, change) : line;
			if (WORD_FIRST.test(line) || GAPPED_RULE.test(line)) return labelled;
			return changeStart(labelled, STRUCTURAL_LINE, change);
		})
		.join("\n");
}

function changeStart(
	line: string,
	pattern: RegExp,
	change: (backslashes: string) => string,
): string {
	return line.replace(
		pattern,
		(_, before: string, backslashes: string) => before + change(backslashes),
	);
}

/** Changes the backslashes of each `]:` whose rest of the line could be an address and a title. */
function changeLabelEnds(line: string, change: (backslashes: string) => string): string {
	const ends = [...line.matchAll(LABEL_END)];
	if (ends.length === 0) return line;
	const words = wordsFrom(line);
	const pieces: string[] = [];
	let rest = line.length;
	for (const end of ends.toReversed()) {
		const after = end.index + end[0].length;
		if (!words.couldDefine(after)) continue;
		pieces.push(line.slice(after, rest), `]${change(end[1] ?? "")}:`);
		rest = end.index;
	}
	pieces.push(line.slice(0, rest));
	return pieces.reverse().join("");
}

/** Looks at the words of a line from its end, each character once however often it is asked. */
function wordsFrom(line: string) {
	const end = line.trimEnd().length;
	const quoteAfterSpace = /[ \t]["'(]/.exec(line) !== null;
	const angled = line.includes("<");
	let lastSpace = -1;
	for (let at = 0; at < end; at += 1) if (line[at] === " " || line[at] === "\t") lastSpace = at;
	return {
		/** Whether what begins at `from` is nothing, one word, or maybe a word and a title. */
		couldDefine(from: number): boolean {
			if (angled || quoteAfterSpace) return true;
			let start = from;
			while (start < end && (line[start] === " " || line[start] === "\t")) start += 1;
			return start > lastSpace;
		},
	};
}

const HEADING_STRUCTURE =
	/^()(\\*)(?=[#>=~<`]|[-+](?:[ \t]|$)|-+[ \t]*$|\*[ \t]|([-*_])(?:[ \t]*\3){2,}[ \t]*$|\[.*\]:)/;
const HEADING_NUMBERED = /^(\d{1,9})(\\*)(?=[.)](?:[ \t]|$))/;

function changeHeading(heading: string, change: (backslashes: string) => string): string {
	if (WORD_FIRST.test(heading)) return heading;
	const pattern = HEADING_NUMBERED.test(heading) ? HEADING_NUMBERED : HEADING_STRUCTURE;
	return changeStart(heading, pattern, change);
}
