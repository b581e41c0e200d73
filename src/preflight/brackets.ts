import type { Check, Found } from "./finding.ts";
import { once } from "./once.ts";
import type { ProofText } from "./proof.ts";

/** Brackets and quotes that are opened and not closed, or the other way round. */

const PAIRS = new Map([
	[")", "("],
	["]", "["],
]);

/** ":)" and its like, which are no brackets unless they close one. */
const SMILEY = /(?<![\p{L}\p{N}])[:;=8xX][-~'^o]?[()[\]]+(?![\p{L}\p{N}])/gu;
/** "1)" and "b." before an entry of a list. */
const LIST_MARK = /(?<=^|\s)(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.?\)(?=\s)/g;
/** "[0, 1)", which mathematicians mean. */
const INTERVAL = /[([]\s*-?[\d.]+\s*,\s*-?[\d.∞]+\s*[)\]]/g;
/** `6"` of length. */
const INCHES = /(?<=\d)["”]/g;

export const brackets: Check = {
	severity: "wrong",
	look: ({ texts }) =>
		texts.flatMap((text): Found[] => {
			const odd = oddMark(text);
			return odd
				? [{ place: text.place, about: odd.around, says: "oddMark", values: [odd.mark] }]
				: [];
		}),
};

const oddMark = once(({ prose }: ProofText): Odd | null => oddBracket(prose) ?? oddQuote(prose));

interface Odd {
	mark: string;
	/** The words beside it. */
	around: string;
}

/** The first bracket without its other half, in whatever way the text is read; null for none. */
function oddBracket(prose: string): Odd | null {
	if (!/[()[\]]/.test(prose)) return null;
	const plain = prose.replace(INTERVAL, " ");
	const withoutMarks = plain.replace(LIST_MARK, " ");
	let odd: Odd | null = null;
	for (const reading of [plain.replace(SMILEY, " "), withoutMarks, plain]) {
		odd = oddIn(reading);
		if (odd === null) return null;
	}
	return oddIn(withoutMarks.replace(SMILEY, " "));
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

/** The kind of quote that is surely left open; null where it could be meant. */
function oddQuote(prose: string): Odd | null {
	const mark = oddQuoteMark(prose);
	return mark === null ? null : { mark, around: mark };
}

function oddQuoteMark(prose: string): string | null {
	if (!/["“”]/.test(prose)) return null;
	const text = prose.replace(INCHES, (mark, at: number) => (opensBefore(prose, at) ? mark : " "));
	const straight = count(text, /"/g);
	const opening = count(text, /“/g);
	const closing = count(text, /”/g);
	// In „this hand“ the second mark closes, and quotes are told apart by no rule that holds everywhere.
	if (/[„‟]/.test(text)) return null;
	// A quote of several paragraphs opens in each and closes in the last.
	const paragraphs = count(text, /^\s*(?:> ?)*["“]/gm);
	if (straight > 0 && opening + closing === 0) {
		return straight % 2 === 1 && paragraphs < 2 ? '"' : null;
	}
	if ((straight + opening + closing) % 2 === 0 || paragraphs > 1) return null;
	return opening >= closing ? "“" : "”";
}

/** Whether a quote before a place still waits to be closed: then a digit's mark closes it. */
function opensBefore(prose: string, at: number): boolean {
	return count(prose.slice(0, at), /["“”]/g) % 2 === 1;
}

function count(text: string, what: RegExp): number {
	return text.match(what)?.length ?? 0;
}
