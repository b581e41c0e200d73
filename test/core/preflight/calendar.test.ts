import { describe, expect, test } from "vitest";
import { NOTHING_USUAL } from "../../../src/core/preflight/usual.ts";
import { foundBy, saidBy } from "./drafted.ts";

describe("The number", () => {
	test("must follow the last published one, or can be any if there is none", () => {
		expect(saidBy("number")).toEqual([]);
		expect(saidBy("number", { published: null, number: 12 })).toEqual([]);
	});

	test.each([
		[470, "numberSkips 468 469 470"],
		[468, "numberBehind 468 468"],
		[46, "numberBehind 46 468"],
	])("%i is found, and leads to its field", (number, said) => {
		expect(saidBy("number", { number })).toEqual([said]);
		expect(foundBy("number", { number })[0]?.place).toEqual({ at: "draft", field: "number" });
	});

	test("may skip the numbers of other open drafts, but must not be one of them", () => {
		const otherDrafts = [{ number: 469, issueDate: "2019-12-22" }];
		expect(saidBy("number", { number: 470, issueDate: "2019-12-29", otherDrafts })).toEqual([]);
		expect(saidBy("number", { number: 471, otherDrafts })).toEqual(["numberSkips 468 470 471"]);
		expect(saidBy("number", { number: 469, otherDrafts })).toEqual(["numberOfOtherDraft 469"]);
	});
});

describe("The date", () => {
	test.each([
		["2019-12-15", 'dateNotAfter {"day":"2019-12-15"} 468 {"day":"2019-12-15"}'],
		["2018-12-22", 'dateNotAfter {"day":"2018-12-22"} 468 {"day":"2019-12-15"}'],
		["2021-12-22", 'dateFar {"day":"2021-12-22"}'],
	])("%s is found", (issueDate, said) => {
		expect(saidBy("date", { issueDate })).toEqual([said]);
	});

	test("may be some days in the past, but not a week", () => {
		expect(saidBy("date", { today: "2019-12-28" })).toEqual([]);
		expect(saidBy("date", { today: "2019-12-29" })).toEqual(['datePast {"day":"2019-12-22"}']);
	});

	test("may be any near date in the first issue", () => {
		expect(saidBy("date", { published: null })).toEqual([]);
	});
});

describe("The weekday", () => {
	test("is reported if it is not the usual one", () => {
		expect(saidBy("weekday", { issueDate: "2019-12-21" })).toEqual([
			'weekday {"day":"2019-12-21"} {"weekday":6} {"weekday":0}',
		]);
	});

	test("may be any if there is no usual one", () => {
		const usual = NOTHING_USUAL;
		expect(saidBy("weekday", { issueDate: "2019-12-21", usual })).toEqual([]);
	});
});

describe("The publication time", () => {
	const at = (publishedAt: string, issueDate: string | null, now: string) =>
		saidBy("publicationTime", {
			publishedAt,
			issueDate,
			today: now.slice(0, 10),
			now: Date.parse(now),
		});

	test("is right on the day of a future issue, and earlier on the present day", () => {
		expect(saidBy("publicationTime")).toEqual([]);
		expect(at("2019-12-22T10:00:00Z", "2019-12-22", "2019-12-22T11:00:00Z")).toEqual([]);
	});

	test.each([
		["later on the day itself", "2019-12-22T13:00:00Z", "2019-12-22", "2019-12-22T11:00:00Z"],
		["on a day after the issue's", "2020-12-22T10:00:00Z", "2019-12-22", "2019-12-20T11:00:00Z"],
	])("is reported if it is %s", (_, publishedAt, issueDate, now) => {
		const day = publishedAt.slice(0, 10);
		expect(at(publishedAt, issueDate, now)).toEqual([`timeAhead {"day":"${day}"}`]);
	});

	test("is reported if it is in the past, unless it is on the issue's day, which may be published late", () => {
		const time = "2019-12-22T10:00:00Z";
		expect(at(time, "2019-12-22", "2019-12-23T11:00:00Z")).toEqual([]);
		expect(at(time, "2019-12-22", "2019-12-29T11:00:00Z")).toEqual([]);
		expect(at("2019-01-22T10:00:00Z", "2019-12-22", "2019-12-20T11:00:00Z")).toEqual([
			'timePast {"day":"2019-01-22"}',
		]);
	});

	test("is reported if it is not on the issue's day", () => {
		expect(at("2019-12-20T10:00:00Z", "2019-12-22", "2019-12-20T11:00:00Z")).toEqual([
			'timeNotOnDate {"day":"2019-12-20"} {"day":"2019-12-22"}',
		]);
	});

	test("is reported on an unusual weekday if issues have no date", () => {
		expect(at("2019-12-24T10:00:00Z", null, "2019-12-20T11:00:00Z")).toEqual([
			'timeWeekday {"day":"2019-12-24"} {"weekday":2} {"weekday":0}',
		]);
		expect(at("2019-12-22T10:00:00Z", null, "2019-12-20T11:00:00Z")).toEqual([]);
	});
});
