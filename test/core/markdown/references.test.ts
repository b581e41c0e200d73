import { describe, expect, test } from "vitest";
import { blocksOf } from "../../../src/core/markdown/blocks.ts";
import { referencesOf } from "../../../src/core/markdown/links.ts";

const read = (text: string) => Object.fromEntries(referencesOf(text, blocksOf(text)));

/** Rules from CommonMark 0.31, section 4.7. */
describe("The reference definitions of a text", () => {
	test.each([
		["alone", "[a]: b", { A: "b" }],
		["of a spaced address, with a title over two lines", "[a]: <b c> 'x\ny'", { A: "b c" }],
		["with the address on the next line", "[a]:\n  b", { A: "b" }],
		["in a quote", "> [a]:\n> b", { A: "b" }],
		["in a list item, one after the other", "- [a]: b\n  [c]: d (q)", { A: "b", C: "d" }],
		["with a bracket in the label", "[a\\]b]: c", { "A\\]B": "c" }],
		["with words on the line below", '[a]: b\n"t" x', { A: "b" }],
	])("are found %s", (_, text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	test.each([
		["words behind the title", '[a]: b "t" x'],
		["a title that does not end", '[a]: b "t\n\nc'],
		["no address", "[a]:\n\nb"],
		["a label that is too long", `[${"a".repeat(1_000)}]: b`],
		["a link", "[a](b)"],
		["a task", "- [ ] a"],
	])("are not found in text with %s", (_, text) => {
		expect(read(text)).toEqual({});
	});
});
