import { describe, expect, test } from "vitest";
import { maskForBlocks, maskForLinks } from "../../../src/core/markdown/mask.ts";

describe("Template tags", () => {
	test.each([
		["a shortcode", '{{< figure src="a" >}}'],
		["several tags", "{% raw %} {{ x }}"],
		["a tag of three braces", "{{{ body }}}"],
	])("on a line of their own become a comment of the same length: %s", (_, line) => {
		const masked = maskForBlocks(`a\n${line}\nb`).split("\n")[1] ?? "";
		expect(masked).toMatch(/^<!--x+-->$/);
		expect(masked).toHaveLength(line.length);
	});

	test("within a line become text of the same length", () => {
		expect(maskForLinks("a {{ b }} c {% d %}{% e")).toBe("a xxxxxxx c xxxxxxx{% e");
	});

	test.each([
		["{{a}} ", "x"],
		["{%a%}", "x"],
		["{{a}}}}", "x"],
		["{", ""],
		["{%", ""],
		["{{ ", ""],
	])("are found in a long line of %j and %j, which could be divided in many ways", (tag, end) => {
		const line = tag.repeat(50_000) + end;
		expect(maskForBlocks(line)).toHaveLength(line.length);
	});
});
