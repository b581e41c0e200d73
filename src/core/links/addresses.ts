/**
 * The longest possible address in running text. It ends at a space (including those of zero width), at
 * a quote or bracket that must be escaped in addresses, at a mark of the direction of writing, or at
 * Chinese, Japanese or Korean punctuation, also in its small and vertical forms.
 */
const IN_TEXT =
	/https?:\/\/[^\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069<>\]"`“”„‟«»‹›‘‚‛…❛-❠❨-❵⟦-⟯⸨⸩\u2014\u2e3a\u2e3b\u3001-\u3003\u3008-\u3020\u3030\ufd3e\ufd3f\ufe10-\ufe19\ufe30-\ufe48\ufe50-\ufe61\uff01\uff02\uff07-\uff09\uff0c\uff0e\uff1a-\uff1c\uff1e\uff1f\uff3b\uff3d\uff5b-\uff5d\uff5f-\uff64]+/gi;
const HERE = new RegExp(IN_TEXT, "iy");

/**
 * What can follow an address but is not part of it: the end of a sentence (in scripts with other full
 * stops too), of a table cell or of markdown text, a dash, or an apostrophe with an s.
 */
const SENTENCE_END =
	/(?:(?<![.,;:!?'’*_~|\\،؛؟۔।॥։׃።-፨။៕།᠃～–―⋯·・])[.,;:!?'’*_~|\\،؛؟۔।॥։׃።-፨။៕།᠃～–―⋯·・]+|['’´′]s[.,;:!?*_~]*)$/i;

/** An HTML character reference, which remains in text that was not parsed as HTML. */
const REFERENCE = /&(?:[a-z]{2,8}|#\d{1,7});?$/i;

/** A character reference of what ends an address: a space, quote or angle bracket. */
const ENDING = /&(?:nbsp|ensp|emsp|thinsp|quot|lt|gt|[lr][sd]quo|[lr]aquo|hellip|mdash);.*$/su;

/** A closing single quote, which is not an apostrophe since no letter follows, and all text after it. */
const CLOSING = /’(?![\p{L}\p{N}%/]).*$/su;

/** An object with a note and links. */
export interface WithAddresses {
	/** Absent or empty if there is none. */
	title?: string;
	note: string;
	links: readonly { url: string; text?: string }[];
}

/** All addresses that an item links to, without duplicates: those in its note first, then its links. */
export function addressesOf({ note, links }: WithAddresses): string[] {
	const inNote = [...note.matchAll(IN_TEXT)].map(([found]) => trimmed(found));
	return [...new Set([...inNote, ...links.map(({ url }) => url)])];
}

/** Replaces an address in a text. Longer addresses that begin with it are not changed. */
export function withAddress(text: string, from: string, to: string): string {
	return text.replace(IN_TEXT, (found) =>
		trimmed(found) === from ? to + found.slice(from.length) : found,
	);
}

/** The address at an offset in running text; empty if there is none. */
export function addressAt(text: string, at: number): string {
	HERE.lastIndex = at;
	return trimmed(HERE.exec(text)?.[0] ?? "");
}

const CLOSED_BY: Record<string, string> = { ")": "(", "}": "{" };

/** Removes the end of a sentence, and a bracket that was opened before the address began. */
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

/**
 * Removes a character reference at the end, or one that ends an address. It needs its semicolon: `&copy=1`
 * may be a parameter, `&gt;` is not.
 */
function withoutReference(address: string): string {
	if (!address.includes(";")) return address;
	return address
		.replace(ENDING, "")
		.replace(/[.,:!?]+$/, "")
		.replace(REFERENCE, "");
}
