import { describe, expect, test } from "vitest";
import { type DraftRecord, SHELF, type SponsorRecord } from "../../../src/data/db/records.ts";
import { emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { comingIssues } from "../../../src/options/sponsors/coming-issues.ts";
import { type Calendar, parseForIssue } from "../../../src/options/sponsors/parse-issue.ts";

const draft = (number: number, issueDate: string): DraftRecord => ({
	id: `d${number}`,
	number,
	issueDate,
	publishedAt: "",
	intro: "",
	footer: "",
	fields: {},
	standing: {},
	waved: [],
	createdAt: 0,
	publishedTime: 0,
	deletedAt: 0,
	sample: false,
	changed: {},
});

const DRAFT = draft(468, "2019-12-15");
const CALENDAR: Calendar = { next: DRAFT, published: new Set(), today: "2019-12-12" };

let made = 0;
function sponsor(parts: Partial<SponsorRecord>): SponsorRecord {
	made += 1;
	return { ...emptySponsor(""), id: `s${made}`, draftId: null, name: `S${made}`, ...parts };
}

const ahead = (sponsors: SponsorRecord[], drafts = [DRAFT], calendar = CALENDAR) =>
	comingIssues(drafts, sponsors, calendar);

/** Each issue in short: number, date, and its sponsors. */
const told = (sponsors: SponsorRecord[], drafts?: DraftRecord[], calendar?: Calendar) =>
	ahead(sponsors, drafts, calendar).issues.map(
		({ number, issueDate, sponsors: those }) =>
			`${number ?? "-"} ${issueDate}${those.map(({ name }) => ` ${name}`).join("")}`,
	);

describe("The coming issues", () => {
	test("are the draft's and those of the next weeks, including the gaps", () => {
		const weeks = told([sponsor({ name: "Acme", number: 470 })]);
		expect(weeks).toHaveLength(8);
		expect(weeks.slice(0, 3)).toEqual(["468 2019-12-15", "469 2019-12-22", "470 2019-12-29 Acme"]);
	});

	test("have the sponsors booked for their number or date, and those of the draft", () => {
		const [first, second] = told([
			sponsor({ name: "Own", draftId: "d468", place: "a1" }),
			sponsor({ name: "Date", issueDate: "2019-12-15", place: "a2" }),
			sponsor({ name: "Next", issueDate: "2019-12-22" }),
		]);
		expect([first, second]).toEqual(["468 2019-12-15 Own Date", "469 2019-12-22 Next"]);
	});

	test("reach as far as the last booking, without the gaps far ahead", () => {
		const weeks = told([
			sponsor({ name: "Far", number: 520 }),
			sponsor({ issueDate: "2020-12-20" }),
		]);
		expect(weeks).toHaveLength(10);
		expect(weeks.at(-2)).toBe("520 2020-12-13 Far");
		expect(weeks.at(-1)).toMatch(/^521 2020-12-20 S/);
		expect(told([sponsor({ name: "Late", number: 9_000_000 })]).at(-1)).toBe("9000000  Late");
	});

	test("follow the dates of the open drafts, and skip published issues", () => {
		const other = draft(470, "2020-01-05");
		const published = { ...CALENDAR, published: new Set([469]) };
		expect(told([], [DRAFT, other], published).slice(0, 3)).toEqual([
			"468 2019-12-15",
			"470 2020-01-05",
			"471 2020-01-12",
		]);
	});

	test("have a separate line for a day without an issue", () => {
		expect(told([sponsor({ name: "Wednesday", issueDate: "2019-12-18" })])[1]).toBe(
			"- 2019-12-18 Wednesday",
		);
	});

	test("distinguish a sponsor that is only carried over from a booked one", () => {
		const carried = sponsor({ draftId: "d468", carriedFrom: "x" });
		expect(ahead([carried]).issues[0]).toMatchObject({ sponsors: [], carried: [carried] });
		const booked = sponsor({ number: 468 });
		expect(ahead([carried, booked]).issues[0]).toMatchObject({ sponsors: [booked], carried: [] });
	});

	test("end with the calendar", () => {
		const last = draft(3, "9999-12-26");
		expect(told([], [last], { ...CALENDAR, next: last })).toEqual(["3 9999-12-26"]);
	});
});

describe("A booking", () => {
	test("that no issue used is listed separately, and one for no issue is kept", () => {
		const late = sponsor({ number: 467 });
		const out = sponsor({ number: 475 });
		const yesterday = sponsor({ issueDate: "2019-12-11" });
		const kept = sponsor({ draftId: SHELF });
		const published = { ...CALENDAR, published: new Set([475]) };
		const found = ahead([late, out, yesterday, kept], [DRAFT], published);
		expect(found.missed).toEqual([late, out, yesterday]);
		expect(found.kept).toEqual([kept]);
	});

	test.each([
		["", { number: null, issueDate: null }],
		[" 470 ", { number: 470, issueDate: null }],
		["468", { number: 468, issueDate: null }],
		["2019-12-25", { number: null, issueDate: "2019-12-25" }],
		["2019-12-13", { number: null, issueDate: "2019-12-13" }],
	])("is for the issue typed as “%s”", (text, value) => {
		expect(parseForIssue(text, CALENDAR)).toEqual({ value });
	});

	test.each([
		["0", "optionsBadIssue"],
		["next week", "optionsBadIssue"],
		["2019-02-30", "optionsBadIssue"],
		["4e2", "optionsBadIssue"],
		["99999999999999999999", "optionsBadIssue"],
		["467", "optionsBadIssuePast"],
		["2019-12-01", "optionsBadIssueDayPast"],
	])("for “%s” is refused with a sentence", (text, key) => {
		expect(parseForIssue(text, CALENDAR)).toMatchObject({ problem: { key } });
	});

	test("for a number that is in the archive is refused, however high it is", () => {
		const published = { ...CALENDAR, published: new Set([470]) };
		expect(parseForIssue("470", published)).toMatchObject({
			problem: { key: "optionsBadIssuePast", values: [470, 468] },
		});
	});
});
