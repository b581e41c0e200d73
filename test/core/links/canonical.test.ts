import { describe, expect, test } from "vitest";
import { linkKey } from "../../../src/core/links/canonical.ts";

describe("Two spellings of one address share a key", () => {
	test.each([
		["https://example.com/a", "http://example.com/a"],
		["https://example.com/a", "https://www.example.com/a/"],
		["https://example.com/a", "HTTPS://EXAMPLE.com:443/a"],
		["https://example.com/a?x=1&y=2", "https://example.com/a?y=2&x=1"],
		["https://example.com/a", "https://example.com/a?utm_source=feed"],
		["https://example.com/a", "https://example.com/a#comments"],
		["https://example.com/~a", "https://example.com/%7Ea"],
		["https://example.com/a", " https://example.com/a "],
		["https://en.wikipedia.org/wiki/Galley", "https://en.m.wikipedia.org/wiki/Galley"],
		["https://example.com/a", "https://www.google.com/amp/s/example.com/a"],
		["https://example.com/a", "https://example-com.cdn.ampproject.org/c/s/example.com/a"],
	])("%s and %s", (one, other) => {
		expect(linkKey(other)).toBe(linkKey(one));
	});
});

describe("Different pages have different keys", () => {
	test.each([
		["https://example.com/a", "https://example.com/A"],
		["https://example.com/a", "https://example.com/b"],
		["https://example.com/a?id=1", "https://example.com/a?id=2"],
		["https://example.com/#/a", "https://example.com/#/b"],
		["https://example.com:8080/", "https://example.com/"],
		["https://m.example.com/", "https://example.com/"],
	])("%s and %s", (one, other) => {
		expect(linkKey(other)).not.toBe(linkKey(one));
	});

	test("what is no web address is its own key", () => {
		expect(linkKey("mailto:a@example.com")).toBe("mailto:a@example.com");
		expect(linkKey(" words ")).toBe("words");
	});
});
