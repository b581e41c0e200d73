/*
 * What counts as a word, when the archive is indexed, when a query is read and when the words
 * found are marked: the same in all three, or they would not meet.
 */

/** A run of letters and digits with their marks, and with what binds names such as `c++`, `c#` and `l'île`. */
const RUN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;

/**
 * Scripts that are written without spaces: no run of theirs is one word. Korean has spaces, but joins
 * words and endings between them.
 */
const UNSPACED =
	/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]+/u;

/** A character with the marks it carries; a Korean syllable may be written as its two or three letters. */
const CHARACTER = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}\p{M}*/gu;

/** What stands before an apostrophe and is no word: articles and the like, in French and Italian. */
const ELIDED =
	/^(?:\p{L}|qu|jusqu|lorsqu|puisqu|quoiqu|un|gl|all|dall|dell|nell|sull|coll|quell|quest)$/iu;

/** What stands behind one and is none: in English, the genitive and verbs cut short. */
const CUT_SHORT = /^(?:s|t|d|m|ll|re|ve)$/i;

/** What stands in nearly every address and tells none from another. */
const EVERYWHERE = new Set(["http", "https", "www"]);

/** A word of a text, and where it stands. */
interface Word {
	start: number;
	end: number;
	term: string;
}

/**
 * The words of a text, in order. In scripts without spaces these are all pairs of characters, which
 * overlap, and the last character of each run.
 */
export function wordsIn(text: string): Word[] {
	return [...text.matchAll(RUN)].flatMap(({ index, 0: run }) =>
		partsOf(run, index).flatMap((part) =>
			UNSPACED.test(part.text) ? apart(part) : [wordOf(part)],
		),
	);
}

/** The words of a text as they are looked up. */
export function termsIn(text: string): string[] {
	return wordsIn(text).flatMap(({ term }) => (term === "" ? [] : [term]));
}

/** Whether a word is a character of a script without spaces, which also begins other words. */
export function isCharacter(term: string): boolean {
	return UNSPACED.test(term) && /^\P{M}\p{M}*$/u.test(term);
}

/**
 * The words of a query. Of a run without spaces these are its pairs: whatever has them all, has the
 * run or nearly so.
 */
export function soughtIn(query: string): Word[] {
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

/** The parts of a run between its apostrophes, less those that are no words. */
function partsOf(run: string, index: number): Part[] {
	if (!/['’ʼ]/.test(run)) return [{ start: index, text: run }];
	const texts = run.split(/['’ʼ]/);
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

/** What is in scripts without spaces as pairs and the last character, and the words between. */
function apart({ start, text }: Part): Word[] {
	const [before = "", run = ""] = [text.slice(0, text.search(UNSPACED)), UNSPACED.exec(text)?.[0]];
	if (run === "") return text === "" ? [] : [wordOf({ start, text })];
	const characters = [...run.matchAll(CHARACTER)].map(({ index, 0: character }) => ({
		start: start + before.length + index,
		text: character,
	}));
	// Every character begins a pair, and is found as its beginning, or is the last one.
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
		...(rest.text === "" ? [] : apart(rest)),
	];
}

function wordOf({ start, text }: Part): Word {
	return { start, end: start + text.length, term: termOf(text) };
}

/** No word that anyone looks for is longer: of a key or an encoded file, the beginning will do. */
const LONGEST_TERM = 64;

/** Accents, points and glottal stops: what a word is found without. Vowel signs of other scripts are letters to it. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u02bb\u02be\u02bf]/g;

/** Letters that stand for others, where they are not at hand. */
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
};

/** A word as it is looked up: small letters, no accents, one normal form. Empty for what tells nothing. */
export function termOf(word: string): string {
	const plain = word.slice(0, LONGEST_TERM).toLowerCase();
	// Most words are plain already.
	const folded = /^[ -~]*$/.test(plain)
		? plain
		: plain
				.normalize("NFKD")
				.replace(ACCENTS, "")
				.toLowerCase()
				.normalize("NFC")
				.replace(/[ßæœøłđðþıħς]/g, (letter) => FOLDED[letter] ?? letter);
	return EVERYWHERE.has(folded) ? "" : folded;
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
