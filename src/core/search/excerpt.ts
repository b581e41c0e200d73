import { wordsIn } from "./words.ts";

/** A piece of a text; `marked` if it is one of the words found. */
interface Piece {
	text: string;
	marked: boolean;
}

const LENGTH = 220;
/** The number of characters before the first word found, where the text is cut. */
const BEFORE = 60;
/** Words longer than this are cut, even if they were found. */
const LONGEST = 2 * LENGTH;

/** Cuts out the part of a text around the first of the words found, and marks those words. */
export function excerpt(text: string, found: ReadonlySet<string>): Piece[] {
	const words = wordsIn(text);
	const first = words.find(({ term }) => found.has(term));
	const start = text.length <= LENGTH ? 0 : beginning(text, (first?.start ?? 0) - BEFORE);
	const end = ending(text, start + LENGTH, Math.min(first?.end ?? start, start + LONGEST));
	const pieces: Piece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
	let at = start;
	for (const word of words) {
		if (word.start < start || word.end > end || word.end <= at || !found.has(word.term)) continue;
		if (word.start > at) pieces.push({ text: text.slice(at, word.start), marked: false });
		const last = pieces.at(-1);
		const marked = text.slice(Math.max(at, word.start), word.end);
		// Pairs of characters overlap and are joined to one mark.
		if (last?.marked && word.start < at) last.text += marked;
		else pieces.push({ text: marked, marked: true });
		at = word.end;
	}
	if (end > at) pieces.push({ text: text.slice(at, end), marked: false });
	if (end < text.length) pieces.push({ text: " …", marked: false });
	return pieces;
}

/** The beginning of the word at or before `at`; `at` itself if the word is very long. */
function beginning(text: string, at: number): number {
	if (at <= 0) return 0;
	const space = text.lastIndexOf(" ", at);
	return space < at - BEFORE ? between(text, at) : space + 1;
}

/**
 * The end of the last word that ends at or before `at`; `at` itself if that word fills the whole
 * excerpt.
 */
function ending(text: string, at: number, least: number): number {
	if (at >= text.length) return text.length;
	const space = text.lastIndexOf(" ", at);
	return space > least ? space : between(text, Math.max(at, least));
}

/** Returns `at`, or one more if that would split a surrogate pair. */
function between(text: string, at: number): number {
	return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}
