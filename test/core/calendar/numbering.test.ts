import { afterEach, describe, expect, test } from "vitest";
import {
	addWeek,
	isIssueDate,
	isoWithOffset,
	isPublicationTime,
	nextNumber,
	nextSunday,
	publicationTimeOn,
} from "../../../src/core/calendar/numbering.ts";

describe("numbers and dates of the next issue", () => {
	test("the number is one more than the highest, whatever the order", () => {
		expect(nextNumber([])).toBe(1);
		expect(nextNumber([3, 468, 12])).toBe(469);
		expect(nextNumber([Number.MAX_SAFE_INTEGER])).toBe(Number.MAX_SAFE_INTEGER);
	});

	test("the date is a week later, across months and years", () => {
		expect(addWeek("2019-12-29")).toBe("2020-01-05");
		expect(addWeek("2020-02-23")).toBe("2020-03-01");
	});

	test("the first issue is due on the coming Sunday, which may be today", () => {
		expect(nextSunday(new Date(2026, 10, 21, 12))).toBe("2026-11-22");
		expect(nextSunday(new Date(2026, 10, 22, 12))).toBe("2026-11-22");
	});

	test.each(["2019-02-29", "2019-13-01", "2019-1-1", "yesterday", ""])(
		"%j is not a date",
		(text) => {
			expect(isIssueDate(text)).toBe(false);
		},
	);

	test.each(["2019-12-22T13:40:01+00:00", "2019-12-22T13:40Z", "2020-02-29T00:00:00-03:30"])(
		"%s is a publication time",
		(text) => {
			expect(isPublicationTime(text)).toBe(true);
		},
	);

	test.each([
		"2019-12-22T13:40:01",
		"2019-12-22",
		"2019-02-29T10:00:00Z",
		"2019-12-22T25:00:00Z",
		"2019-12-22 13:40:01+00:00",
	])("%s is not a publication time", (text) => {
		expect(isPublicationTime(text)).toBe(false);
	});

	test("the time of the last publication is kept, on the new day", () => {
		const next = publicationTimeOn("2019-12-29", new Date(), "2019-12-22T13:40:01+00:00");
		expect(next).toMatch(/^2019-12-29T13:40:01[+-]\d\d:\d\d$/);
		expect(isPublicationTime(next)).toBe(true);
	});

	describe("around a change of the clock, the time of day stays the same", () => {
		const zone = process.env.TZ;
		afterEach(() => {
			if (zone === undefined) delete process.env.TZ;
			else process.env.TZ = zone;
		});

		test.each([
			["Europe/Berlin", "2026-10-18T09:30:00+02:00", "2026-10-25", "2026-10-25T09:30:00+01:00"],
			["Europe/Berlin", "2026-03-22T09:30:00+01:00", "2026-03-29", "2026-03-29T09:30:00+02:00"],
			["America/New_York", "2026-10-06T08:00:00-04:00", "2026-11-03", "2026-11-03T08:00:00-05:00"],
			[
				"Australia/Lord_Howe",
				"2026-09-27T23:15:00+10:30",
				"2026-10-04",
				"2026-10-04T23:15:00+11:00",
			],
			["Asia/Kolkata", "2026-10-18T09:30:00+05:30", "2026-11-01", "2026-11-01T09:30:00+05:30"],
		])("in %s, after %s", (where, last, date, next) => {
			process.env.TZ = where;
			expect(publicationTimeOn(date, new Date(last), last)).toBe(next);
		});
	});

	test("a moment is written with the offset of its zone", () => {
		const moment = new Date(2026, 5, 1, 9, 5, 7);
		expect(new Date(isoWithOffset(moment)).getTime()).toBe(moment.getTime());
		expect(isoWithOffset(moment)).toContain("T09:05:07");
	});
});
