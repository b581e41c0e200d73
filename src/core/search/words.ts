/*
 * What counts as a word, when the archive is indexed, when a query is read and when the words
 * found are marked: the same in all three, or they would not meet.
 */

/** A run of letters and digits, with what binds names such as `c++`, `c#` and `don't`. */
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*(?:\+\+|#)?/gu;

/** What stands in nearly every address and tells none from another. */
const EVERYWHERE = new Set(["http", "https", "www"]);

/** A word of a text, and where it stands. */
export interface Word {
	start: number;
	end: number;
	term: string;
}

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
	return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
		start: index,
		end: index + word.length,
		term: termOf(word),
	}));
}

/** The words of a text as they are looked up. */
export function termsIn(text: string): string[] {
	return [...text.matchAll(WORD)].map(([word]) => termOf(word)).filter((term) => term !== "");
}

/** No word that anyone looks for is longer: of a key or an encoded file, the beginning will do. */
const LONGEST_TERM = 64;

/** A word as it is looked up: small letters, no accents. Empty for what tells nothing. */
export function termOf(word: string): string {
	const plain = word
		.slice(0, LONGEST_TERM)
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/’/g, "'")
		.toLowerCase();
	return EVERYWHERE.has(plain) ? "" : plain;
}

/**
 * An address as words: `https://github.com/hashicorp/vaultEnv` is found by "github",
 * "github.com", "hashicorp", "vault" and "vaultenv".
 */
export function addressWords(url: string): string {
	if (!URL.canParse(url)) return url;
	const { hostname, pathname, search, hash } = new URL(url);
	const path = readable(`${pathname} ${search} ${hash}`);
	const parts = path.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
	return [hostname, path, ...(parts === path ? [] : [parts])].join(" ");
}

function readable(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
