import { expect, test } from "vitest";
import { read } from "../../src/ui/reading.ts";

// What becomes of a block on the page is proved in real browsers: its sanitizer needs one.
test("Each block of a text knows where it stands in it", () => {
	const text = "---\nx\n---\n\nOne\n\n\nTwo *three*\n\n[a]: https://a.example/\n";
	const { blocks } = read(text, 10);
	expect(blocks.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
		"One",
		"Two *three*",
	]);
});
