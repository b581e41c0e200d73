/*
 * Defines what a word is. Indexing, queries and marking the words found must use the same definition.
 */

/**
 * A run of letters and digits with their marks, including what is part of names such as `c++`, `c#` and
 * `l'île`. Invisible marks inside of a word, such as soft hyphens, belong to it.
 */
const RUN =
	/[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00ad\u2060]|\u200d)*(?:['’ʼ＇‘´`′](?:[\p{L}\p{N}\p{M}\u00ad\u2060]|\u200d)+)*(?:\+\+|#)?/gu;

/** The characters that people write as an apostrophe. */
const APOSTROPHE = /['’ʼ＇‘´`′]/;

/** Characters without a width, which do not change a word. */
const INVISIBLE = /[\u00ad\u2060]|\u200d/g;

/**
 * Scripts that are written without spaces, so that a run can contain several words. Korean has spaces,
 * but its endings are joined to words.
 */
const UNSPACED =
	/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]+/u;

/** A character with its marks, also the separate ones of half-width katakana. A Korean syllable can be written as its two or three letters. */
const CHARACTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}[\p{M}\uff9e\uff9f]*/gu;

/** Text before an apostrophe that is not a word of its own: articles and similar, in French and Italian. */
const ELIDED =
	/^(?:\p{sc=Latn}|qu|jusqu|lorsqu|puisqu|quoiqu|un|gl|all|dall|dell|nell|sull|coll|quell|quest)$/iu;

/** Text after an apostrophe that is not a word of its own: the English genitive and shortened verbs. */
const CUT_SHORT = /^(?:s|t|d|m|ll|re|ve)$/i;

/** Words that nearly every address contains, so searching for them is useless. */
const EVERYWHERE = new Set(["http", "https", "www"]);

/** A word of a text, with its position. */
interface Word {
	start: number;
	end: number;
	term: string;
}

/**
 * The words of a text, in order. In scripts without spaces, these are all overlapping pairs of
 * characters, and the last character of each run.
 */
export function wordsIn(text: string): Word[] {
	return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) =>
		partsOf(run, index).flatMap((part) =>
			UNSPACED.test(part.text) ? splitUnspaced(part) : [wordOf(part)],
		),
	);
}

/**
 * Runs that people also write without their apostrophe: names such as O'Reilly, and words in Cyrillic,
 * where the apostrophe is a part of the word.
 */
const ALSO_JOINED = /^(?:\p{Lu}\p{L}{0,3}['’]\p{Lu}|[\p{sc=Cyrl}]+['’ʼ])/u;

/** The words of a text in the form used for lookup, and those that are also written in one word. */
export function termsIn(text: string): string[] {
	const joined = [...text.matchAll(RUN)].flatMap(([run]) =>
		ALSO_JOINED.test(run) ? [termOf(run.replace(/['’ʼ]/g, ""))] : [],
	);
	return [...wordsIn(text).map(({ term }) => term), ...joined].filter((term) => term !== "");
}

/**
 * Whether a word is a single character of a script without spaces. It can also be the beginning of
 * other words.
 */
export function isCharacter(term: string): boolean {
	return UNSPACED.test(term) && /^\P{M}\p{M}*$/u.test(term);
}

/**
 * The words of a query. For a run of a script without spaces, these are only its pairs: a text that
 * contains all of them very probably contains the run.
 */
export function wordsOfQuery(query: string): Word[] {
	const words = wordsIn(query);
	return words.filter(
		(word) =>
			!words.some((pair) => pair !== word && pair.start <= word.start && word.end <= pair.end),
	);
}

interface Part {
	start: number;
	text: string;
}

/** The parts of a run between its apostrophes, without those that are not words. */
function partsOf(run: string, index: number): Part[] {
	if (!APOSTROPHE.test(run)) return [{ start: index, text: run }];
	const texts = run.split(APOSTROPHE);
	let start = index;
	const parts = texts.map((text, at) => {
		const isElided = at < texts.length - 1 && ELIDED.test(text);
		const isCutShort = at > 0 && CUT_SHORT.test(text);
		const part = { start, text, isWord: !isElided && !isCutShort };
		start += text.length + 1;
		return part;
	});
	const words = parts.filter(({ isWord }) => isWord);
	return words.length > 0 ? words : parts;
}

/**
 * Splits scripts without spaces into pairs of characters and the last character; other words in between
 * stay whole.
 */
function splitUnspaced({ start, text }: Part): Word[] {
	const [before = "", run = ""] = [text.slice(0, text.search(UNSPACED)), UNSPACED.exec(text)?.[0]];
	if (run === "") return text === "" ? [] : [wordOf({ start, text })];
	const characters = [...run.matchAll(CHARACTER)].map(({ index, 0: character }) => ({
		start: start + before.length + index,
		text: character,
	}));
	// Every character begins a pair or is the last one, so a single character is found as the beginning of
	// a word.
	const pairs = characters.map(({ start: at, text: first }, place) => ({
		start: at,
		text: first + (characters[place + 1]?.text ?? ""),
	}));
	const rest = {
		start: start + before.length + run.length,
		text: text.slice(before.length + run.length),
	};
	return [
		...(before === "" ? [] : [wordOf({ start, text: before })]),
		...pairs.map(wordOf),
		...(rest.text === "" ? [] : splitUnspaced(rest)),
	];
}

function wordOf({ start, text }: Part): Word {
	return { start, end: start + text.length, term: termOf(text) };
}

/** Longer words, such as keys or encoded files, are cut: nobody searches for more than their beginning. */
const MAX_TERM_LENGTH = 64;

/**
 * Accents, points and glottal stops, which are ignored in searches. Vowel signs of other scripts count
 * as letters.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u02bb\u02be\u02bf]/g;

/** Letters that people replace by others if their keyboard does not have them. */
const FOLDED: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	ı: "i",
	ħ: "h",
	ς: "σ",
	ґ: "г",
	// Persian and Arabic keyboards have different characters for the same letters.
	ک: "ك",
	ی: "ي",
	ى: "ي",
	ة: "ه",
	// Hebrew letters at the end of a word.
	ך: "כ",
	ם: "מ",
	ן: "נ",
	ף: "פ",
	ץ: "צ",
};

const REPLACED = new RegExp(`[${Object.keys(FOLDED).join("")}]`, "g");

/**
 * The form of a word used for lookup: lower case, without accents, normalized. Empty for words that are
 * not indexed.
 */
export function termOf(word: string): string {
	const plain = word.slice(0, MAX_TERM_LENGTH).toLowerCase();
	// A shortcut, since most words are ASCII.
	const folded = /^[ -~]*$/.test(plain)
		? plain
		: plain
				.normalize("NFKD")
				.replace(ACCENTS, "")
				.replace(INVISIBLE, "")
				.toLowerCase()
				.normalize("NFC")
				.replace(REPLACED, (letter) => FOLDED[letter] ?? letter);
	return EVERYWHERE.has(folded) ? "" : folded;
}

/**
 * Splits an address into words: `https://github.com/hashicorp/vaultEnv` is found by "github",
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
