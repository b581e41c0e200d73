import { expect, test } from "vitest";
import { noteForPattern } from "../../../src/core/house-style/quoted-note.ts";

const QUOTING = "- [{title}]({url})[ by {author}]\n  > {note}";

test.each([
	["loses its marks where the pattern writes them", QUOTING, "> One.\n>\n> Two.", "One.\n\nTwo."],
	["keeps them where it does not", "{note}\n\n[{url}]({url})", "> One.", "> One."],
	["keeps them below words of the editor", QUOTING, "Read this:\n\n> One.", "Read this:\n\n> One."],
])("A quote %s", (_, pattern, note, kept) => {
	expect(noteForPattern(pattern, note)).toBe(kept);
});
