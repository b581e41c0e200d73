import { describe, expect, test } from "vitest";
import { cleanTitle } from "../../../src/core/issue/clean-title.ts";

describe("a page's title", () => {
	test.each([
		["(3) Tides explained", "", "https://sea.example/", "Tides explained"],
		[
			"Tides\n explained | The Sea Times",
			"The Sea Times",
			"https://sea.example/",
			"Tides explained",
		],
		["Tides explained - Harbor", "", "https://www.harbor.com/a", "Tides explained"],
		["Harbor: news – Tides", "", "https://harbor.com/", "Harbor: news – Tides"],
		[
			"GitHub - tide/crane: Lifts things",
			"GitHub",
			"https://github.com/tide/crane",
			"tide/crane: Lifts things",
		],
		["C - a language", "", "https://lang.example/", "C - a language"],
	])("%j of %j is cleaned to its own words", (title, site, url, cleaned) => {
		expect(cleanTitle(title, site, url)).toBe(cleaned);
	});
});
