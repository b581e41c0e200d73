/** An address in running text; what may end a sentence does not belong to it. */
const IN_TEXT = /https?:\/\/[^\s<>\]]+/gi;
const HERE = new RegExp(IN_TEXT, "iy");
const SENTENCE_END = /(?<![.,;:!?'"*_])[.,;:!?'"*_]+$/;

/** Whatever has a note and links. */
export interface WithAddresses {
	/** Absent and empty where there is none. */
	title?: string;
	note: string;
	links: readonly { url: string; text?: string }[];
}

/**
 * Every address an item links to, once each, in order: those in its note first, then its links.
 */
export function addressesOf({ note, links }: WithAddresses): string[] {
	const inNote = [...note.matchAll(IN_TEXT)].map(([found]) => trimmed(found));
	return [...new Set([...inNote, ...links.map(({ url }) => url)])];
}

/** The address that begins at a place in running text; empty when none does. */
export function addressAt(text: string, at: number): string {
	HERE.lastIndex = at;
	return trimmed(HERE.exec(text)?.[0] ?? "");
}

/** Less a sentence's end, and less a parenthesis that was opened before the address began. */
function trimmed(found: string): string {
	let open = 0;
	let end = 0;
	for (; end < found.length; end += 1) {
		if (found[end] === "(") open += 1;
		else if (found[end] === ")" && open === 0) break;
		else if (found[end] === ")") open -= 1;
	}
	return found.slice(0, end).replace(SENTENCE_END, "");
}
