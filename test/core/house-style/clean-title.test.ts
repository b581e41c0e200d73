import { expect, test } from "vitest";
import { cleanTitle } from "../../../src/core/house-style/clean-title.ts";
import { escapeMarks } from "../../../src/core/markdown/escape-marks.ts";

test.each([
	["(3) Tides\n explained", "https://a.example/", "Tides explained"],
	["Tides explained - Harbour Post", "https://harbourpost.example/t", "Tides explained"],
	["Tides explained | Harbour-Post", "https://www.harbour-post.co.uk/t", "Tides explained"],
	["Tides - how they are measured", "https://harbour.example/", "Tides - how they are measured"],
	["Harbour", "https://harbour.example/", "Harbour"],
])("%j of %s is called %j", (title, url, clean) => {
	expect(cleanTitle(title, url)).toBe(clean);
});

test("The page's metadata gives the name of its site", () => {
	expect(cleanTitle("Tides · The Post", "https://h.example/", "The Post")).toBe("Tides");
});

test("A title is always plain text in markdown, whatever it contains", () => {
	expect(escapeMarks("Use [T] of a_b * <c>")).toBe("Use \\[T\\] of a\\_b \\* \\<c\\>");
});
