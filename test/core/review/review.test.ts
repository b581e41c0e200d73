import { describe, expect, test } from "vitest";
import type { Issue, Part } from "../../../src/core/issue/issue.ts";
import { reviewIssue } from "../../../src/core/review/review.ts";

const heading = (text: string): Part => ({ kind: "heading", text, level: 1 });
const item = (title: string): Part => ({
	...{ kind: "item", title, note: "", links: [], slots: {} },
});
const text = (words: string, standing?: string): Part => ({
	...{ kind: "text", text: words },
	...(standing !== undefined && { standing }),
});

function issueWith(parts: Part[], fields: Record<string, string> = {}): Issue {
	return { number: null, date: null, publishedAt: null, fields, parts };
}

const news = (count: number) => [
	heading("News"),
	...Array.from({ length: count }, (_, at) => item(`${at}`)),
];

describe("An issue before it is published", () => {
	test("has counts of its sections, compared with the last and the recent issues", () => {
		const now = issueWith([...news(3), heading("Jobs"), item("a")]);
		const recent = [issueWith([...news(5), heading("Tools"), item("b")]), issueWith(news(2))];
		expect(reviewIssue(now, recent).sections).toEqual([
			{ heading: "News", now: 3, last: 5, usual: { fewest: 2, most: 5 } },
			{ heading: "Jobs", now: 1, last: 0, usual: { fewest: 0, most: 0 } },
			{ heading: "Tools", now: 0, last: 1, usual: { fewest: 0, most: 1 } },
		]);
	});

	test("is compared with nothing if there is no earlier one", () => {
		expect(reviewIssue(issueWith(news(1)), [])).toEqual({
			sections: [{ heading: "News", now: 1, last: null, usual: null }],
			changes: [],
		});
	});

	test("lists what changed in intro, footer, standing text and fields", () => {
		const now = issueWith([text("Hello."), ...news(1), text("Bye."), text("Write us.", "b")], {
			subject: "Two",
			slug: "same",
		});
		const last = issueWith([text("Join.", "a"), ...news(1), text("See you.")], {
			subject: "One",
			slug: "same",
		});
		expect(reviewIssue(now, [last]).changes).toEqual([
			{ what: "intro", how: "new" },
			{ what: "standing", how: "new", text: "Write us." },
			{ what: "standing", how: "gone", text: "Join." },
			{ what: "footer", how: "changed" },
			{ what: "field", name: "subject", last: "One", now: "Two" },
		]);
	});

	test("lists nothing that has not changed", () => {
		const parts = [text("Hello."), ...news(1), text("Bye.")];
		expect(reviewIssue(issueWith(parts), [issueWith(parts)]).changes).toEqual([]);
	});
});
