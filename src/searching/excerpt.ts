import { wordsIn } from "./words.ts";

/** A piece of a text; `marked` where it is a word that was found. */
export interface Piece {
	text: string;
	marked: boolean;
}

const LENGTH = 220;
/** How much stands before the first word found, where the text is cut. */
const BEFORE = 60;

/** The part of a text around the first of the words found, with those words marked. */
export function excerpt(text: string, found: ReadonlySet<string>): Piece[] {
	const words = wordsIn(text);
	const first = words.find(({ term }) => found.has(term));
	const start = text.length <= LENGTH ? 0 : beginning(text, (first?.start ?? 0) - BEFORE);
	const end = ending(text, start + LENGTH, first?.end ?? start);
	const pieces: Piece[] = start > 0 ? [{ text: "… ", marked: false }] : [];
	let at = start;
	for (const word of words) {
		if (word.start < start || word.end > end || !found.has(word.term)) continue;
		if (word.start > at) pieces.push({ text: text.slice(at, word.start), marked: false });
		pieces.push({ text: text.slice(word.start, word.end), marked: true });
		at = word.end;
	}
	if (end > at) pieces.push({ text: text.slice(at, end), marked: false });
	if (end < text.length) pieces.push({ text: " …", marked: false });
	return pieces;
}

/** The beginning of a word at or before `at`. */
function beginning(text: string, at: number): number {
	return at <= 0 ? 0 : text.lastIndexOf(" ", at) + 1;
}

/** The end of a word at or before `at`; one that is as long as all that would be shown is cut. */
function ending(text: string, at: number, least: number): number {
	if (at >= text.length) return text.length;
	const space = text.lastIndexOf(" ", at);
	return space > least ? space : Math.max(at, least);
}
