import { expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../../src/core/house-style/ready-made-styles.ts";
import { formatParts } from "../../../../src/core/issue/format-issue.ts";
import { issueInParts } from "../../../../src/data/db/upgrades/upgrade-issues.ts";
import {
	linesOfParts,
	locateItem,
	spanOfLines,
} from "../../../../src/options/draft/preview/locate.ts";

const item = (note: string, ...urls: string[]) => ({
	note,
	links: urls.map((url) => ({ url, text: "" })),
});

const ISSUE = issueInParts({
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
});

test("Each item is found in its place, even if others have the same text", () => {
	const { text, firstLines } = formatParts(ISSUE, DEFAULT_HOUSE_STYLE);
	const partLines = linesOfParts(text, firstLines);
	const found = [0, 1, 2, 3, 9].map((nth) => {
		const lines = locateItem(ISSUE, partLines, nth);
		if (!lines) return null;
		const span = spanOfLines(text, lines);
		return text.slice(span.start, span.end);
	});
	expect(found).toEqual([
		"A post on everything.\n\n[https://a.example/](https://a.example/)",
		"A post on everything.\n\n[https://a.example/b](https://a.example/b)\n[https://a.example/](https://a.example/)",
		"[https://a.example/](https://a.example/)",
		"Only *a* note.\n\nLong.",
		null,
	]);
});
