import { expect, test } from "vitest";
import { type Issue, plainLink } from "../../../../src/issue/issue.ts";
import { DEFAULT_STYLE } from "../../../../src/issue/style.ts";
import { write } from "../../../../src/issue/write.ts";
import { locateItem } from "../../../../src/options/draft/preview/locate.ts";

const item = (note: string, ...urls: string[]) => ({
	note,
	links: urls.map(plainLink),
	tight: false,
});

const ISSUE: Issue = {
	number: 1,
	issueDate: "2019-12-15",
	publishedAt: "2019-12-22T13:40:01+00:00",
	intro: "A post on everything.",
	sponsors: [],
	sections: [
		{
			heading: "News",
			items: [
				item("A post on everything.", "https://a.example/"),
				item("A post on everything.", "https://a.example/b", "https://a.example/"),
			],
		},
		{ heading: "Tools", items: [item("", "https://a.example/"), item("Only *a* note.\n\nLong.")] },
	],
	footer: "The end",
};

test("Each item is found where it stands, though others read alike", () => {
	const text = write(ISSUE, DEFAULT_STYLE);
	const found = [0, 1, 2, 3].map((nth) => {
		const span = locateItem(text, ISSUE, nth);
		return span && text.slice(span.start, span.end);
	});
	expect(found).toEqual([
		"A post on everything.\n\n[https://a.example/](https://a.example/)",
		"A post on everything.\n\n[https://a.example/b](https://a.example/b)\n[https://a.example/](https://a.example/)",
		"[https://a.example/](https://a.example/)",
		"Only *a* note.",
	]);
});

test("An item that is not in the text is nowhere", () => {
	expect(locateItem("something else", ISSUE, 0)).toBeNull();
	expect(locateItem("", ISSUE, 9)).toBeNull();
});
