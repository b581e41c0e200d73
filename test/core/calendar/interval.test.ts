import { describe, expect, test } from "vitest";
import {
	firstIssueDate,
	type Interval,
	learnInterval,
	nextIssueDate,
} from "../../../src/core/calendar/interval.ts";

/** Dates that begin with the first one, each `days` after the previous one. */
function apart(first: string, ...days: number[]): string[] {
	let time = Date.parse(first);
	const later = days.map((gap) => {
		time += gap * 86_400_000;
		return new Date(time).toISOString().slice(0, 10);
	});
	return [first, ...later];
}

const repeated = (gap: number, count: number) => new Array<number>(count).fill(gap);

describe("The interval between issues", () => {
	const rows: [string, string[], Interval][] = [
		["a week, of nothing", [], { every: "week" }],
		[
			"a week, for two issues with any time between them",
			apart("2026-01-04", 30),
			{ every: "week" },
		],
		["a week, with some left out", apart("2026-01-04", 7, 7, 14, 7, 7, 21, 7), { every: "week" }],
		["two weeks", apart("2026-01-04", ...repeated(14, 7)), { every: "twoWeeks" }],
		["two weeks, sometimes a day late", apart("2026-01-04", 14, 15, 13, 14), { every: "twoWeeks" }],
		[
			"a month, by the day",
			["2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15"],
			{ every: "month", day: 15 },
		],
		[
			"a month, by its first Tuesday",
			["2026-01-06", "2026-02-03", "2026-03-03", "2026-04-07"],
			{ every: "month", weekday: 2, nth: 1 },
		],
		[
			"a month, by its last Friday",
			["2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24", "2026-05-29"],
			{ every: "month", weekday: 5, nth: 5 },
		],
		[
			"a month, by its last day, from February on",
			["2026-02-28", "2026-03-31", "2026-04-30"],
			{ every: "month", day: 31 },
		],
		["none, if issues are months apart", apart("2026-01-05", 90, 91, 92), { every: "none" }],
		["a week, around a change of the clock", apart("2026-10-18", 7, 7, 7), { every: "week" }],
		["none", apart("2026-01-04", 3, 40, 11, 90, 22, 5), { every: "none" }],
	];
	test.each(rows)("is %s", (_, dates, interval) => {
		expect(learnInterval(dates)).toEqual(interval);
		expect(learnInterval([...dates].reverse())).toEqual(interval);
	});

	test("is the present one, whatever it was before", () => {
		const dates = apart("2020-01-05", ...repeated(7, 40), ...repeated(14, 12));
		expect(learnInterval(dates)).toEqual({ every: "twoWeeks" });
	});
});

describe("The next issue date", () => {
	const rows: [string, Interval, string | null][] = [
		["2026-11-29", { every: "week" }, "2026-12-06"],
		["2026-11-29", { every: "twoWeeks" }, "2026-12-13"],
		["2026-01-31", { every: "month", day: 31 }, "2026-02-28"],
		["2026-02-28", { every: "month", day: 31 }, "2026-03-31"],
		["2026-12-15", { every: "month", day: 15 }, "2027-01-15"],
		["2026-11-03", { every: "month", weekday: 2, nth: 1 }, "2026-12-01"],
		["2026-10-30", { every: "month", weekday: 5, nth: 5 }, "2026-11-27"],
		["2026-11-29", { every: "none" }, null],
	];
	test.each(rows)("after %s, %o, is %s", (date, interval, next) => {
		expect(nextIssueDate(date, interval)).toBe(next);
	});
});

describe("The date of a first issue", () => {
	const now = new Date(2026, 0, 14);
	const rows: [Interval, string][] = [
		[{ every: "week" }, "2026-01-18"],
		[{ every: "none" }, "2026-01-18"],
		[{ every: "month", day: 14 }, "2026-01-14"],
		[{ every: "month", day: 1 }, "2026-02-01"],
		[{ every: "month", day: 31 }, "2026-01-31"],
		[{ every: "month", weekday: 2, nth: 1 }, "2026-02-03"],
		[{ every: "month", weekday: 4, nth: 5 }, "2026-01-29"],
	];
	test.each(rows)("for %j is %s", (interval, first) => {
		expect(firstIssueDate(now, interval)).toBe(first);
	});
});
