import { describe, expect, test } from "vitest";
import { excerpt } from "../../../src/core/search/excerpt.ts";
import { addressWords, termsIn, wordsOfQuery } from "../../../src/core/search/words.ts";

describe("Words", () => {
	test.each([
		["Écrire à l’aube", ["ecrire", "a", "aube"]],
		["l'île, l’i\u0302le", ["ile", "ile"]],
		["the tide's end, don't, O'Reilly", ["the", "tide", "end", "don", "reilly", "oreilly"]],
		["dell’arte, qu'il, jusqu'ici", ["arte", "il", "ici"]],
		["Straße, Łódź, smørrebrød, ÆON", ["strasse", "lodz", "smorrebrod", "aeon"]],
		["ﬁne ｆｕｌｌ", ["fine", "full"]],
		["C++ and C#, not C", ["c++", "and", "c#", "not", "c"]],
		["https://www.github.com/a_b", ["github", "com", "a", "b"]],
		["日本語 text", ["日本", "本語", "語", "text"]],
		["Rust入門2", ["rust", "入門", "門", "2"]],
		["が か\u3099", ["が", "が"]],
		["…", []],
	])("of %s", (text, terms) => {
		expect(termsIn(text).filter((term) => term !== "")).toEqual(terms);
	});

	test("of a query in a script without spaces are pairs of characters, or the only character", () => {
		const sought = (query: string) => wordsOfQuery(query).map(({ term }) => term);
		expect(sought("消える")).toEqual(["消え", "える"]);
		expect(sought("光")).toEqual(["光"]);
		expect(sought("high water")).toEqual(["high", "water"]);
	});

	test("of an address are those of its host and its path, including the parts of joined names", () => {
		const terms = termsIn(
			addressWords("https://www.github.com/hashicorp/vaultEnv?tab=read%20me#usage"),
		);
		expect(terms).toEqual(
			expect.arrayContaining(["github", "hashicorp", "vaultenv", "vault", "env", "read", "usage"]),
		);
		expect(terms).not.toContain("https");
	});

	test("of a text that is not an address are its own", () => {
		expect(addressWords("not an address")).toBe("not an address");
		expect(termsIn(addressWords("https://a.example/%E0%A4%A"))).toContain("example");
	});
});

/** A text, and what a reader may look for in it. */
const FOUND: readonly [script: string, text: string, ...queries: string[]][] = [
	["Chinese", "月光照在海面上", "光", "海面", "月光"],
	["Chinese beyond the basic plane", "𠮷野家の牛丼", "𠮷", "牛丼"],
	["Japanese", "月が消えるまで", "消える", "まで", "月"],
	["Japanese in half width", "ﾆｭｰｽﾚﾀｰ", "ニュース", "レター"],
	["Japanese in half width, voiced", "ﾃﾞｰﾀﾍﾞｰｽ", "データ", "ベース"],
	["Korean", "한국어 뉴스레터를 읽다", "뉴스", "레터", "한국"],
	["Korean in single letters", "뉴스레터".normalize("NFD"), "레터"],
	["Thai", "ภาษาไทยง่ายนิดเดียว", "ไทย", "ง่าย"],
	["Khmer", "ភាសាខ្មែរ", "ខ្មែរ"],
	["Burmese", "မြန်မာဘာသာ", "ဘာသာ"],
	["Tibetan", "བོད་ཡིག", "ཡིག"],
	["Arabic with vowels", "السَّلامُ عليكم", "السلام"],
	["Arabic with a hamza", "أحمد في المدينة", "احمد"],
	["Hebrew with points", "שָׁלוֹם עולם", "שלום"],
	["Hindi", "हिन्दी समाचार", "हिन्दी", "समा"],
	["Tamil", "தமிழ் செய்தி", "தமிழ்"],
	["Greek", "Η Ελλάδα και ο ΔΡΟΜΟΣ", "ελλαδα", "δρομος"],
	["Cyrillic", "Ёлка и её огни", "елка", "Её"],
	["Armenian", "Հայերեն լուրեր", "հայերեն"],
	["Georgian", "ქართული ამბები", "ქართული"],
	["Amharic", "አማርኛ ዜና", "አማርኛ"],
	["Vietnamese", "Đà Nẵng, Việt Nam", "da nang", "viet"],
	["Turkish", "İstanbul’da ısı", "istanbul", "isi"],
	["Turkish in capitals", "IŞIK, İZMİR’DE", "ışık", "isik", "izmir"],
	["Ukrainian", "М’ята і ґрунт", "мята", "м'ята", "грунт"],
	["Persian, typed on an Arabic keyboard", "كتاب علي", "کتاب", "علی"],
	["Arabic, with another last letter", "المدينة", "المدينه"],
	["Hebrew, without its form at the end", "ארץ", "ארצ"],
	["Greek with ancient accents", "Ἀθήνα, Ὀδυσσεύς", "αθηνα", "οδυσσευς"],
	["Hindi with an invisible joiner", "क्\u200dष", "क्ष"],
	["German with soft hyphens", "Wasser\u00adstands\u00admeldung", "wasserstandsmeldung"],
	["names with an apostrophe", "O’Reilly and L'Oréal", "oreilly", "reilly", "loreal"],
	["French with other apostrophes", "l‘île, l´homme, l`eau, d＇or", "ile", "homme", "eau", "or"],
	["French", "l’île d’Oléron", "ile", "île", "oleron"],
	["Italian", "dell’arte e un'altra", "arte", "altra"],
	["Hawaiian", "Hawaiʻi", "hawaii"],
];

describe("A text is found", () => {
	const rows = FOUND.flatMap(([script, text, ...queries]) =>
		queries.map((query) => [script, query, text] as const),
	);
	test.each(rows)("in %s: %s in %s", (_script, query, text) => {
		const terms = termsIn(text);
		for (const { term } of wordsOfQuery(query)) {
			expect(
				terms.some((word) => word.startsWith(term)),
				term,
			).toBe(true);
		}
	});
});

describe("An excerpt", () => {
	const told = (text: string, ...terms: string[]) =>
		excerpt(text, new Set(terms))
			.map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
			.join("");

	test("marks the found words, in any spelling", () => {
		expect(told("Terraform, and terraforming. TERRAFORM!", "terraform")).toBe(
			"[Terraform], and terraforming. [TERRAFORM]!",
		);
		expect(told("A café", "cafe")).toBe("A [café]");
		expect(told("À l’île", "ile")).toBe("À l’[île]");
		expect(told("月が消えるまで", "消え", "える")).toBe("月が[消える]まで");
		expect(told("月光", "光")).toBe("月[光]");
	});

	test("of a long text is the part around the first found word, cut between words", () => {
		const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`.trim();
		const pieces = excerpt(text, new Set(["needle"]));
		const whole = pieces.map((piece) => piece.text).join("");
		expect(whole.length).toBeLessThan(240);
		expect(whole).toMatch(/^… before .* needle after .* after …$/);
		expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(["needle"]);
	});

	test("of a text without a found word is its beginning", () => {
		expect(told("Short")).toBe("Short");
		expect(told("x".repeat(300))).toMatch(/^x+/);
		expect(told("")).toBe("");
	});
});
