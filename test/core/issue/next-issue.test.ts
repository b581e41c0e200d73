import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { issueFileName, nextDate, nextIssue } from "../../../src/core/issue/next-issue.ts";

describe("the next issue", () => {
	test("has the next number, and the date and time of day at the usual distance", () => {
		const published = ["2026-10-04", "2026-10-18", "2026-11-01"].map((date, at) => ({
			number: 50 + at,
			date,
			publishedAt: `${date}T09:30:00+01:00`,
		}));
		expect(nextIssue(published, DEFAULT_HOUSE_STYLE)).toMatchObject({
			number: 53,
			date: "2026-11-15",
			publishedAt: "2026-11-15T09:30:00+01:00",
		});
	});

	test("has neither number nor date where the newsletter has none", () => {
		const style = { ...DEFAULT_HOUSE_STYLE, numbered: false, dated: false };
		expect(nextIssue([{ number: 3, date: "2026-11-01" }], style)).toMatchObject({
			number: null,
			date: null,
		});
	});

	test("is two weeks later where issues are two weeks apart, one of them late", () => {
		expect(nextDate(["2026-08-02", "2026-08-16", "2026-09-01", "2026-09-13", "2026-09-27"])).toBe(
			"2026-10-11",
		);
	});

	test("is named after the style's pattern, without what no file name can have", () => {
		const stated = { number: 7, date: "2026-11-15", publishedAt: null, fields: { slug: "a:b?/c" } };
		expect(
			issueFileName(stated, {
				...DEFAULT_HOUSE_STYLE,
				fileName: "{date:yyyy}/{number:000}-{slug}.md",
			}),
		).toBe("2026/007-a-b-/c.md");
	});
});
