import { describe, expect, test } from "vitest";
import { excerpt } from "../../../src/core/search/excerpt.ts";
import { addressWords, termsIn } from "../../../src/core/search/words.ts";

describe("Words", () => {
	test.each([
		["Écrire à l’aube", ["ecrire", "a", "l'aube"]],
		["C++ and C#, not C", ["c++", "and", "c#", "not", "c"]],
		["https://www.github.com/a_b", ["github", "com", "a", "b"]],
		["日本語 text", ["日本語", "text"]],
		["…", []],
	])("of %s", (text, terms) => {
		expect(termsIn(text).filter((term) => term !== "")).toEqual(terms);
	});

	test("of an address are those of its host and its path, joined names taken apart too", () => {
		const terms = termsIn(
			addressWords("https://www.github.com/hashicorp/vaultEnv?tab=read%20me#usage"),
		);
		expect(terms).toEqual(
			expect.arrayContaining(["github", "hashicorp", "vaultenv", "vault", "env", "read", "usage"]),
		);
		expect(terms).not.toContain("https");
	});

	test("of what is no address are its own", () => {
		expect(addressWords("not an address")).toBe("not an address");
		expect(termsIn(addressWords("https://a.example/%E0%A4%A"))).toContain("example");
	});
});

describe("An excerpt", () => {
	const told = (text: string, ...terms: string[]) =>
		excerpt(text, new Set(terms))
			.map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
			.join("");

	test("marks the words that were found, in whatever spelling they stand there", () => {
		expect(told("Terraform, and terraforming. TERRAFORM!", "terraform")).toBe(
			"[Terraform], and terraforming. [TERRAFORM]!",
		);
		expect(told("A café", "cafe")).toBe("A [café]");
	});

	test("of a long text stands around the first word found, cut between words", () => {
		const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`.trim();
		const pieces = excerpt(text, new Set(["needle"]));
		const whole = pieces.map((piece) => piece.text).join("");
		expect(whole.length).toBeLessThan(240);
		expect(whole).toMatch(/^… before .* needle after .* after …$/);
		expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(["needle"]);
	});

	test("of a text in which nothing was found is its beginning", () => {
		expect(told("Short")).toBe("Short");
		expect(told("x".repeat(300))).toMatch(/^x+/);
		expect(told("")).toBe("");
	});
});
