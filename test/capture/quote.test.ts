import { describe, expect, test } from "vitest";
import { noteToContinue, noteWith, quote } from "../../src/capture/quote.ts";

describe("A selection as a quote", () => {
	test.each([
		["one line", "> one line"],
		["  two\nlines  ", "> two\n> lines"],
		["a paragraph\n\nand another", "> a paragraph\n>\n> and another"],
		["```\n  code\n\n\n\tmore\n```", "> ```\n>   code\n>\n>\n> \tmore\n> ```"],
		["from\r\nanother\rsystem", "> from\n> another\n> system"],
		["> quoted already", "> > quoted already"],
		[
			"See [the tide](https://www.google.com/url?q=https%3A%2F%2Ftide.example%2Fa_(b)&sa=D), and https://tide.example/?utm_source=x",
			"> See [the tide](https://tide.example/a_(b)), and https://tide.example/?utm_source=x",
		],
		[
			"<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftide.example%2F&data=05%7Canna%40desk.example>",
			"> <https://tide.example/>",
		],
		["", ""],
		[" \n\t\n ", ""],
	])("of %j is %j", (selection, quoted) => {
		expect(quote(selection)).toBe(quoted);
	});
});

describe("A note with added text", () => {
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

describe("A note to be continued", () => {
	test.each([
		["> a quote", "> a quote\n\n"],
		["A note.\n\n> a\n>\n> b\n", "A note.\n\n> a\n>\n> b\n\n"],
		["> a quote\n\nA note.", "> a quote\n\nA note."],
		["A note. ", "A note. "],
		["", ""],
	])("changes from %j to %j", (note, begun) => {
		expect(noteToContinue(note)).toBe(begun);
	});
});
