/**
 * An address in running text, as far as it can reach: to a space, one without width among them, to a
 * quote or a bracket that no address has in it unescaped, or to the punctuation of Chinese, Japanese
 * and Korean.
 */
const IN_TEXT =
	/https?:\/\/[^\s\u200b\u200e\u200f\u2060<>\]"`“”„‟«»‹›‘‚‛…\u2014\u3001-\u3003\u3008-\u3020\u3030\uff01\uff02\uff07-\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3b\uff3d\uff5b-\uff5d\uff5f-\uff64]+/gi;
const HERE = new RegExp(IN_TEXT, "iy");

/**
 * What may end a sentence, a cell of a table or a line of markdown, in Arabic and Indian scripts too, and
 * an apostrophe with an s: none belongs to an address.
 */
const SENTENCE_END =
	/(?:(?<![.,;:!?'’*_~|\\،؛؟۔।॥～])[.,;:!?'’*_~|\\،؛؟۔।॥～]+|['’]s[.,;:!?*_~]*)$/;

/** A character reference of HTML, as it stands where a text was not read as HTML. */
const REFERENCE = /&(?:[a-z]{2,8}|#\d{1,7});?$/i;

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

const CLOSED_BY: Record<string, string> = { ")": "(", "}": "{" };

/** Less a sentence's end, and less a bracket that was opened before the address began. */
function trimmed(found: string): string {
	const open: Record<string, number> = { "(": 0, "{": 0 };
	let end = 0;
	for (; end < found.length; end += 1) {
		const sign = found[end] as string;
		const opening = CLOSED_BY[sign];
		if (sign in open) open[sign] = (open[sign] ?? 0) + 1;
		else if (opening && open[opening] === 0) break;
		else if (opening) open[opening] = (open[opening] ?? 0) - 1;
	}
	return withoutReference(found.slice(0, end).replace(CLOSING, "")).replace(SENTENCE_END, "");
}

/** Only where it closes: `&copy=1` may be a parameter, `&gt;` is none. */
function withoutReference(address: string): string {
	return address.includes(";") ? address.replace(/[.,:!?]+$/, "").replace(REFERENCE, "") : address;
}
