import { describe, expect, test } from "vitest";
import type { Issue } from "../../../src/core/issue/issue.ts";
import { NOTHING_USUAL, usualOf } from "../../../src/core/preflight/usual.ts";
import { issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";

function issue(issueDate: string, notes: string[] = [], sponsor = false): Issue {
	const item = (note: string) => ({ note, links: [] });
	return issueInParts({
		number: 1,
		issueDate,
		publishedAt: "",
		intro: "",
		sponsors: sponsor ? [{ ...item("Buy."), heading: "Sponsor", foot: null }] : [],
		sections: [{ heading: "News", items: notes.map(item) }],
		footer: "",
	});
}

const SUNDAYS = ["2019-12-22", "2019-12-15", "2019-12-08", "2019-12-01"];

describe("What is usual", () => {
	test("is unknown after too few issues", () => {
		expect(usualOf([])).toEqual(NOTHING_USUAL);
		expect(usualOf(SUNDAYS.slice(1).map((day) => issue(day)))).toEqual(NOTHING_USUAL);
	});

	test("is the weekday of most recent issues, if most have the same", () => {
		const weekdayOf = (...days: string[]) => usualOf(days.map((day) => issue(day))).weekday;
		expect(weekdayOf(...SUNDAYS)).toBe(0);
		expect(weekdayOf("2019-12-23", ...SUNDAYS)).toBe(0);
		expect(weekdayOf("2019-12-23", "2019-12-24", ...SUNDAYS)).toBe(null);
	});

	test("forgets what was usual long ago", () => {
		const mondays = Array.from({ length: 12 }, () => issue("2019-12-23"));
		expect(usualOf([...mondays, ...SUNDAYS.map((day) => issue(day))]).weekday).toBe(1);
	});

	test("is a sponsor, if any recent issue had one", () => {
		const issues = SUNDAYS.map((day) => issue(day));
		expect(usualOf(issues).sponsored).toBe(false);
		expect(usualOf([issue("2019-12-29", [], true), ...issues]).sponsored).toBe(true);
	});

	test("is a full stop, if most notes have one", () => {
		const ending = (end: string) => SUNDAYS.map((day) => issue(day, Array(4).fill(`Words${end}`)));
		expect(usualOf(ending(".")).endsSentences).toBe(true);
		expect(usualOf(ending("")).endsSentences).toBe(false);
	});

	test("is an intro, a footer and a number of items, by what most recent issues have", () => {
		const issues = SUNDAYS.map((day, at) => ({
			...issue(day, Array(at + 2).fill("Words.")),
		}));
		expect(usualOf(issues)).toMatchObject({
			intro: false,
			footer: null,
			items: { fewest: 2, most: 5 },
		});
		const framed = issues.map(({ parts, ...rest }, at) => ({
			...rest,
			parts: [
				{ kind: "text" as const, text: "Hello." },
				...parts,
				{ kind: "text" as const, text: `Footer ${at}.` },
			],
		}));
		expect(usualOf(framed)).toMatchObject({ intro: true, footer: "Footer 0." });
	});
});
