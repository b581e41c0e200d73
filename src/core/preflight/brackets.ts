import type { Check } from "./check.ts";
import type { CheckedText } from "./check-context.ts";
import type { Found } from "./finding.ts";
import { memoize } from "./memoize.ts";

/** Finds brackets and quotes that are opened but not closed, or closed but not opened. */

const PAIRS = new Map([
	[")", "("],
	["]", "["],
]);

/** Smileys such as ":)", which are not brackets unless they close one, and ":))", which may be both. */
const SMILEY = /(?<![\p{L}\p{N}])[:;=8xX][-~'^o]?[()[\]]+(?![\p{L}\p{N}])/gu;
const SHORT_SMILEY = /(?<![\p{L}\p{N}])[:;=8xX][-~'^o]?[()[\]]/gu;
/** Markers such as "1)" and "b)" at the start of list entries. */
const LIST_MARK = /(?<=^|\s)(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.?\)(?=\s)/g;
/** Mathematical intervals, such as "[0, 1)". */
const INTERVAL = /[([]\s*-?[\d.]+\s*,\s*-?[\d.∞]+\s*[)\]]/g;
export const brackets: Check = {
	severity: "wrong",
	run: ({ texts }) =>
		texts.flatMap((text): Found[] => {
			const odd = oddMark(text);
			if (!odd) return [];
			const { mark, around } = odd;
			const words = { words: around, which: "last" } as const;
			return [{ place: text.place, about: around, sentence: "oddMark", values: [mark], ...words }];
		}),
};

const oddMark = memoize(
	({ prose }: CheckedText): Odd | null => oddBracket(prose) ?? oddQuote(prose),
);

interface Odd {
	mark: string;
	/** The text next to it. */
	around: string;
}

/** An unmatched bracket; null if the brackets match in at least one reading of the text. */
function oddBracket(prose: string): Odd | null {
	if (!/[()[\]]/.test(prose)) return null;
	const plain = prose.replace(INTERVAL, " ");
	const withoutMarks = plain.replace(LIST_MARK, " ");
	const readings = [plain, withoutMarks].flatMap((text) => [
		text,
		text.replace(SHORT_SMILEY, " "),
		text.replace(SMILEY, " "),
	]);
	const odd = readings.map(oddIn);
	return odd.includes(null) ? null : (odd.at(-1) ?? null);
}

function oddIn(text: string): Odd | null {
	const open: number[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const mark = text[at] as string;
		if (mark === "(" || mark === "[") open.push(at);
		const opening = PAIRS.get(mark);
		if (opening === undefined) continue;
		const last = open.pop();
		if (last === undefined || text[last] !== opening) {
			return { mark, around: text.slice(Math.max(0, at - 24), at + 1) };
		}
	}
	const left = open.at(-1);
	return left === undefined
		? null
		: { mark: text[left] as string, around: text.slice(left, left + 24) };
}

/** The kind of quote mark that is certainly unmatched; null if all may be intended. */
function oddQuote(prose: string): Odd | null {
	const mark = oddQuoteMark(prose);
	return mark === null ? null : { mark, around: mark };
}

function oddQuoteMark(prose: string): string | null {
	if (!/["“”]/.test(prose)) return null;
	const text = withoutInches(prose);
	const straight = count(text, /"/g);
	const opening = count(text, /“/g);
	const closing = count(text, /”/g);
	// In „German style“ the second mark closes, and no single rule distinguishes opening from closing marks
	// in all languages.
	if (/[„‟]/.test(text)) return null;
	// A quote of several paragraphs has an opening mark in each and one closing mark at the end.
	const paragraphs = count(text, /^[ \t]*(?:> ?)*["“]/gm);
	if (straight > 0 && opening + closing === 0) {
		return straight % 2 === 1 && paragraphs < 2 ? '"' : null;
	}
	if ((straight + opening + closing) % 2 === 0 || paragraphs > 1) return null;
	return opening >= closing ? "“" : "”";
}

/** Removes marks for inches: a mark after a digit, unless a quote is open. */
function withoutInches(prose: string): string {
	let open = false;
	return prose.replace(/["“”]/g, (mark, at: number) => {
		if (!open && mark !== "“" && /\d/.test(prose[at - 1] ?? "")) return " ";
		open = !open;
		return mark;
	});
}

function count(text: string, what: RegExp): number {
	return text.match(what)?.length ?? 0;
}
