import { expect, test } from "vitest";
import { OMITTED, proseOf } from "../../../src/core/preflight/prose.ts";

const X = OMITTED;

test.each([
	["Plain (words) are as they are.", "Plain (words) are as they are."],
	["A `code (` span", `A ${X} span`],
	["A ``double ` one`` too", `A ${X} too`],
	["One ` alone", "One ` alone"],
	["`a` and `b`", `${X} and ${X}`],
	["A [link](https://a.example.com/(x)) here", `A [link]${X} here`],
	['[a](<b c> "t)") d', `[a]${X} d`],
	["[a] (b)", "[a] (b)"],
	["[a](b", "[a](b"],
	["See https://a.example.com/b, then.", `See ${X}, then.`],
	["(https://a.example.com/b)", `(${X})`],
	["<https://a.example.com/> <b>bold</b>", `${X}  bold `],
	["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
	["\\(a\\) \\# b", `${X}a${X} # b`],
	["a\n```\ncode (\n```\nb", `a\n${X}\n${X}\n${X}\nb`],
])("%j reads %j", (markdown, prose) => {
	expect(proseOf(markdown)).toBe(prose);
});

test("A long text of only openings is read quickly", () => {
	for (const opening of ["[a](", "`", "<a ", "http://", "](((", '](" ', "``a"]) {
		expect(proseOf(opening.repeat(20_000)).length).toBeGreaterThan(0);
	}
});
