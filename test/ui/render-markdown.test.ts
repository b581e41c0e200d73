import { expect, test } from "vitest";
import { renderMarkdown } from "../../src/ui/render-markdown.ts";

// How a block is rendered on the page is tested in real browsers, because the sanitizer needs one.
test("Each block of a text has its position in the text", () => {
	const text = "---\nx\n---\n\nOne\n\n\nTwo *three*\n\n[a]: https://a.example/\n";
	const { blocks } = renderMarkdown(text, 10);
	expect(blocks.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
		"One",
		"Two *three*",
	]);
});
