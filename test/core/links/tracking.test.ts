import { describe, expect, test } from "vitest";
import { trackingAt, trackingIn, withoutTracking } from "../../../src/core/links/tracking.ts";

describe("An address without its tracking parameters", () => {
	test.each([
		["https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"],
		["https://example.com/a?id=3&fbclid=abc#part", "https://example.com/a?id=3#part"],
		["https://example.com/a?gclid=1&b=2&msclkid=3", "https://example.com/a?b=2"],
		["https://example.com/?UTM_Campaign=x", "https://example.com/"],
		["https://youtu.be/abc?si=x&t=30", "https://youtu.be/abc?t=30"],
		["https://www.linkedin.com/pulse/a?trk=x", "https://www.linkedin.com/pulse/a"],
		["https://tide.example/?ref=letter.example", "https://tide.example/"],
		["https://tide.example/#utm_source=letter", "https://tide.example/"],
		["https://tide.example/#utm_source=letter&page=2", "https://tide.example/#page=2"],
		["https://tide.example/#/a?utm_source=letter", "https://tide.example/#/a"],
		["https://tide.example/#Echobox=1700000000", "https://tide.example/"],
		["https://tide.example/#:~:text=high%20water", "https://tide.example/"],
		["https://tide.example/#part:~:text=high%20water", "https://tide.example/#part"],
		["https://medium.com/p/1?source=rss&sk=abc", "https://medium.com/p/1?sk=abc"],
	])("%s is %s", (address, cleaned) => {
		expect(withoutTracking(address)).toBe(cleaned);
	});

	test.each([
		"https://example.com",
		"https://example.com/?",
		"https://Example.com/A?b=%7E&a=1&&c",
		"https://example.com/a?t=30&s=2",
		"https://example.com/#",
		"https://example.com/#!topic/rope/first",
		"https://example.com/#utm_source",
		"https://example.com/?ref=main",
		"https://github.com/harbour/crane?ref=next.branch",
		"https://medium.com/p/1?source=friends_link&sk=abc",
		"https://www.dropbox.com/s/1/a?rlkey=abc",
		"https://docs.google.com/document/d/1/edit?resourcekey=abc",
		"https://www.nytimes.com/a?unlocked_article_code=abc",
		"https://example.com/?q=utm_source",
		"https://example.com/?%=1",
		"mailto:a@example.com?subject=x",
		"not an address",
	])("%s is kept to the letter", (address) => {
		expect(withoutTracking(address)).toBe(address);
	});

	test("has the parameters of a host only taken out there, and on its subdomains", () => {
		expect(trackingAt("youtube.com")("si", "")).toBe(true);
		expect(trackingAt("music.youtube.com")("si", "")).toBe(true);
		expect(trackingAt("notyoutube.com")("si", "")).toBe(false);
	});

	test("what was removed is said by name", () => {
		expect(trackingIn("https://tide.example/?utm_source=a&id=1&utm_source=b#:~:text=c")).toEqual([
			"utm_source",
			":~:",
		]);
		expect(trackingIn("https://tide.example/?id=1")).toEqual([]);
	});
});
