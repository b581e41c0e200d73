import { describe, expect, test } from "vitest";
import { noteWith, quote } from "../../src/capture/quote.ts";

describe("A selection as a quote", () => {
	test.each([
		["one line", "> one line"],
		["  two\nlines  ", "> two\n> lines"],
		["a paragraph\n\n\n\nand another", "> a paragraph\n>\n> and another"],
		["from\r\nanother\rsystem", "> from\n> another\n> system"],
		["> quoted already", "> > quoted already"],
		["", ""],
		[" \n\t\n ", ""],
	])("of %j is %j", (selection, quoted) => {
		expect(quote(selection)).toBe(quoted);
	});
});

describe("A note with more below it", () => {
	test.each([
		["", "> a quote", "> a quote"],
		["A note.", "> a quote", "A note.\n\n> a quote"],
		["A note.\n\n", "> a quote", "A note.\n\n> a quote"],
		["A note.\n\n> a quote", "> a quote", "A note.\n\n> a quote"],
		["A note.", "", "A note."],
		["A note. ", "  ", "A note. "],
	])("%j with %j is %j", (note, more, both) => {
		expect(noteWith(note, more)).toBe(both);
	});
});
