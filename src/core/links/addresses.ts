/**
 * An address in running text, as far as it can reach: to a space, to a quote or a bracket that no
 * address has in it unescaped, or to the punctuation of Chinese, Japanese and Korean.
 */
const IN_TEXT =
	/https?:\/\/[^\s<>\]"`“”„‟«»‹›‘‚‛…\u2014\u3001-\u3003\u3008-\u3020\u3030\uff01\uff02\uff07-\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b-\uff5d\uff5f-\uff64]+/gi;
const HERE = new RegExp(IN_TEXT, "iy");

/** What may end a sentence, and an apostrophe with an s, which does not belong to an address. */
const SENTENCE_END = /(?:(?<![.,;:!?'’*_~])[.,;:!?'’*_~]+|['’]s[.,;:!?*_~]*)$/;

/** A closing quote that is an apostrophe elsewhere, with no letter behind it. */
const CLOSING = /’(?![\p{L}\p{N}%/]).*$/su;

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

/** A text with one address in place of another, wherever that stands as a whole. */
export function withAddress(text: string, from: string, to: string): string {
	return text.replace(IN_TEXT, (found) =>
		trimmed(found) === from ? to + found.slice(from.length) : found,
	);
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
	return found.slice(0, end).replace(CLOSING, "").replace(SENTENCE_END, "");
}
