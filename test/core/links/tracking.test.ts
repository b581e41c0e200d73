import { describe, expect, test } from "vitest";
import { trackingAt, withoutTracking } from "../../../src/core/links/tracking.ts";

describe("An address without its tracking parameters", () => {
	test.each([
		["https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"],
		["https://example.com/a?id=3&fbclid=abc#part", "https://example.com/a?id=3#part"],
		["https://example.com/a?gclid=1&b=2&msclkid=3", "https://example.com/a?b=2"],
		["https://example.com/?UTM_Campaign=x", "https://example.com/"],
		["https://youtu.be/abc?si=x&t=30", "https://youtu.be/abc?t=30"],
		["https://www.linkedin.com/pulse/a?trk=x", "https://www.linkedin.com/pulse/a"],
	])("%s is %s", (address, cleaned) => {
		expect(withoutTracking(address)).toBe(cleaned);
	});

	test.each([
		"https://example.com",
		"https://example.com/?",
		"https://Example.com/A?b=%7E&a=1&&c",
		"https://example.com/a?t=30&s=2",
		"https://example.com/#utm_source=x",
		"https://example.com/?q=utm_source",
		"https://example.com/?%=1",
		"mailto:a@example.com?subject=x",
		"not an address",
	])("%s is kept to the letter", (address) => {
		expect(withoutTracking(address)).toBe(address);
	});

	test("has the parameters of a host only taken out there, and on its subdomains", () => {
		expect(trackingAt("youtube.com")("si")).toBe(true);
		expect(trackingAt("music.youtube.com")("si")).toBe(true);
		expect(trackingAt("notyoutube.com")("si")).toBe(false);
	});
});
