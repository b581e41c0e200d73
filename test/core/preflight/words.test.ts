import { describe, expect, test } from "vitest";
import type { CheckId } from "../../../src/core/preflight/checks.ts";
import { fixedText } from "../../../src/core/preflight/fix.ts";
import { findWords } from "../../../src/core/preflight/words.ts";
import { foundBy } from "./drafted.ts";

describe("Words in a text", () => {
	test.each([
		["breathe the air the the", "the the", "first", "breathe the air |the the|"],
		["a, b, c,", ",", "last", "a, b, c|,|"],
		["one two one someone", "one", "last", "one two |one| someone"],
	] as const)("in “%s”, “%s” is found completely", (text, words, which, marked) => {
		const span = findWords(text, words, which);
		expect(span).not.toBeNull();
		const { start, end } = span ?? { start: 0, end: 0 };
		expect(`${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`).toBe(marked);
	});

	test.each(["breathe the", ""])("“%s” contains no doubled word", (text) => {
		expect(findWords(text, "the the")).toBeNull();
	});
});

describe("The words that a finding is about", () => {
	test.each<[CheckId, string, string]>([
		["doubledWord", "Breathe in the the open.", "the the"],
		["placeholder", "It is good. TODO finish.", "TODO"],
		["placeholder", "It is good, see [link] there.", "[link]"],
		["unfinished", "Something that stops at an end and", "and"],
		["brackets", "Something (in brackets.", "(in brackets."],
		["tracking", "See https://a.example.com/?utm_source=x.", "https://a.example.com/?utm_source=x"],
	])("of %s in “%s” are “%s”", (check, note, words) => {
		const [finding] = foundBy(check, { news: [[note, "https://b.example.com/"]] });
		expect(finding?.words).toBe(words);
		expect(findWords(note, words, finding?.which)).not.toBeNull();
	});
});

describe("A doubled word", () => {
	const found = (note: string) =>
		foundBy("doubledWord", { news: [[note, "https://b.example.com/"]] })[0];

	test.each([
		["Breathe the the air.", "Breathe the air."],
		["Here is\nis a break.", "Here is a break."],
		["The the beginning.", "The beginning."],
	])("in “%s” is deleted by one click", (note, mended) => {
		const { fix } = found(note) ?? {};
		expect(fix && fixedText(note, fix)).toBe(mended);
	});

	test("has no fix beside code and in a sponsor's text", () => {
		expect(found("The the `the the`.")?.fix).toBeUndefined();
		const [finding] = foundBy("doubledWord", { sponsors: [{ note: "Buy the the thing." }] });
		expect(finding).toBeDefined();
		expect(finding?.fix).toBeUndefined();
	});
});
