import { expect, test } from "vitest";
import { noteParts } from "../../../../src/options/draft/items/note-parts.ts";

test("A note is split into the editor's text and quotes, in order, each in one piece", () => {
	expect(noteParts("> One\n> two.\n\nMine.\n\n  >Three")).toEqual([
		{ quote: true, text: "One two." },
		{ quote: false, text: "Mine." },
		{ quote: true, text: "Three" },
	]);
});

test("A > sign inside a line, or indented as code, is not a quote", () => {
	expect(noteParts("a > b\n    > c")).toEqual([{ quote: false, text: "a > b > c" }]);
	expect(noteParts(" \n>\n")).toEqual([]);
});
