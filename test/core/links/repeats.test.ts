import { expect, test } from "vitest";
import type { Mention } from "../../../src/core/links/mentions.ts";
import { DEFAULT_EXEMPTIONS, includesPage, repeatsAmong } from "../../../src/core/links/repeats.ts";

function mention(section: string, sponsored = false): Mention {
	return { key: "a.example", url: "https://a.example", section, note: "", sponsored };
}

test("A link that ran in a section is a repeat", () => {
	const news = mention("News");
	expect(repeatsAmong([news], "https://a.example", DEFAULT_EXEMPTIONS)).toEqual([news]);
});

test("A sponsor's link and a link in an exempt section are not repeats, in upper or lower case", () => {
	const mentions = [mention("Sponsor", true), mention("EVENTS")];
	expect(repeatsAmong(mentions, "https://a.example", DEFAULT_EXEMPTIONS)).toEqual([]);
});

test("There is no warning for an exempt host and its subdomains, but for a host with the same ending", () => {
	const exempt = { hosts: ["Example.com"], sections: [] };
	const mentions = [mention("News")];
	expect(repeatsAmong(mentions, "https://www.example.com/x", exempt)).toEqual([]);
	expect(repeatsAmong(mentions, "https://notexample.com/x", exempt)).toHaveLength(1);
});

test("A link is found among others in any spelling of its address", () => {
	const links = [{ url: "https://www.a.example/?utm_source=x" }];
	expect(includesPage("http://a.example", links)).toBe(true);
	expect(includesPage("http://b.example", links)).toBe(false);
});
