import { describe, expect, test } from "vitest";
import { fillPattern, learnPattern, matchPattern } from "../../src/issue/pattern.ts";

const stated = { number: 468, issueDate: "2019-12-15", publishedAt: "2019-12-22T13:40:01+00:00" };

describe("a pattern of the house style", () => {
	test.each([
		["{number}", "468"],
		["{date}", "2019-12-15"],
		["{date:do MMMM yyyy}", "15th December 2019"],
		["{published}", "2019-12-22T13:40:01+00:00"],
		["{published:yyyy-MM-dd}-{number}.md", "2019-12-22-468.md"],
		["{unknown} stays", "{unknown} stays"],
		["{date:bad format} stays", "{date:bad format} stays"],
	])("%s says %s", (pattern, text) => {
		expect(fillPattern(pattern, stated)).toBe(text);
	});

	test("says the day of publication where it was published, whatever the zone of this machine", () => {
		const late = { ...stated, publishedAt: "2019-12-22T23:59:59-11:00" };
		expect(fillPattern("{published:yyyy-MM-dd}", late)).toBe("2019-12-22");
	});

	test("finds in a text what it says", () => {
		const pattern = "ISSUE \\#{number} - {date:do MMMM yyyy} ";
		expect(matchPattern(pattern, "ISSUE \\#12 - 1st May 2020 ", {})).toEqual({
			number: 12,
			issueDate: "2020-05-01",
		});
		expect(matchPattern(pattern, "ISSUE \\#12 - 1st May 2020", {})).toBeNull();
		expect(matchPattern(pattern, "ISSUE \\#12 - 31st June 2020 ", {})).toBeNull();
	});

	test.each([
		[
			"DEVOPS WEEKLY ISSUE \\#468 - 15th December 2019 ",
			"DEVOPS WEEKLY ISSUE \\#{number} - {date:do MMMM yyyy} ",
		],
		["Issue 110 - 10th February 2013", "Issue {number} - {date:do MMMM yyyy}"],
		["Weekly No. 12, May 3, 2020", "Weekly No. {number}, {date:MMMM d, yyyy}"],
		["2020-05-03: the 7 best", "{date:yyyy-MM-dd}: the {number} best"],
		["Issue 7 of 3 May 2020", "Issue {number} of {date:d MMMM yyyy}"],
	])("is learned from %s", (text, pattern) => {
		const learned = learnPattern(text, {});
		expect(learned.pattern).toBe(pattern);
		expect(fillPattern(learned.pattern, { ...stated, ...learned.stated })).toBe(text);
	});

	test("gives a date without a year the year that is known", () => {
		expect(
			learnPattern("Issue 3 - 10th February", { publishedAt: "2013-02-10T10:00:00Z" }).stated,
		).toEqual({ number: 3, issueDate: "2013-02-10" });
	});
});
