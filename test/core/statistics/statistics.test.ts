import { describe, expect, test } from "vitest";
import { mostLinkedHosts } from "../../../src/core/statistics/hosts.ts";
import { overviewOf } from "../../../src/core/statistics/overview.ts";
import { type IssueSummary, itemsIn, summaryOf } from "../../../src/core/statistics/summary.ts";
import { compareWithUsual, median } from "../../../src/core/statistics/usual.ts";
import { itemsPerWeek } from "../../../src/core/statistics/weeks.ts";
import { sectionsByYear } from "../../../src/core/statistics/years.ts";
import { archived } from "../../data/search/archived.ts";

function issue(number: number, issueDate: string, sections: Record<string, number>): IssueSummary {
	return {
		id: `i${number}`,
		number,
		issueDate,
		readAt: 0,
		sections: Object.entries(sections).map(([heading, items]) => ({ heading, items })),
		hosts: {},
	};
}

test("A summary counts items and hosts, each host once per item, and no sponsors", () => {
	const summary = summaryOf(
		archived(3, {
			News: [
				["See https://a.example/2 too", "https://www.a.example/1"],
				["B", "https://b.example/"],
			],
			Tools: [["C", "https://a.example/3"]],
		}),
	);
	expect(itemsIn(summary)).toBe(3);
	expect(summary.hosts).toEqual({ "a.example": 2, "b.example": 1 });
});

describe("Items a week", () => {
	test("are shown for each week while there are few, including gaps", () => {
		const { kind, periods } = itemsPerWeek([
			issue(1, "2021-03-07", { News: 4 }),
			issue(2, "2021-03-21", { News: 6, Tools: 2 }),
		]);
		expect(kind).toBe("week");
		expect(periods).toEqual([
			{ name: "2021-03-01", itemsPerWeek: 4, issues: 1 },
			{ name: "2021-03-08", itemsPerWeek: 0, issues: 0 },
			{ name: "2021-03-15", itemsPerWeek: 8, issues: 1 },
		]);
	});

	test("are averaged over longer periods when there are more", () => {
		const everyWeek = (count: number) =>
			Array.from({ length: count }, (_, at) =>
				issue(at, new Date(Date.UTC(2010, 0, 3 + at * 7)).toISOString().slice(0, 10), {
					News: at % 2 === 0 ? 10 : 20,
				}),
			);
		const years = (kind: string) => ({ kind });
		expect(itemsPerWeek(everyWeek(300))).toMatchObject(years("month"));
		const twentyYears = itemsPerWeek(everyWeek(1_000));
		expect(twentyYears.kind).toBe("quarter");
		expect(twentyYears.periods.length).toBeLessThanOrEqual(80);
		for (const { itemsPerWeek: average } of twentyYears.periods) {
			expect(average).toBeGreaterThan(13);
			expect(average).toBeLessThan(17);
		}
		expect(twentyYears.periods[0]?.name).toBe("2010 Q1");
	});

	test("are counted once per week, even for two issues, and not for invalid dates", () => {
		const { periods } = itemsPerWeek([
			issue(1, "2021-03-09", { News: 4 }),
			issue(2, "2021-03-11", { News: 6 }),
			issue(3, "someday", { News: 6 }),
		]);
		expect(periods).toEqual([{ name: "2021-03-08", itemsPerWeek: 10, issues: 2 }]);
		expect(itemsPerWeek([]).periods).toEqual([]);
	});
});

describe("Sections over the years", () => {
	test("are the largest ones, the same in every year, and the rest as one group", () => {
		const { headings, years } = sectionsByYear([
			issue(1, "2020-01-05", { News: 9, Tools: 5, A: 1, B: 2, C: 3, D: 4, E: 1 }),
			issue(2, "2021-01-05", { Tools: 7 }),
		]);
		expect(headings).toEqual(["Tools", "News", "D", "C", "B", null]);
		expect(years).toEqual([
			{ year: "2020", items: [5, 9, 4, 3, 2, 2] },
			{ year: "2021", items: [7, 0, 0, 0, 0, 0] },
		]);
	});

	test("have no group for the rest if there are only six", () => {
		const { headings } = sectionsByYear([
			issue(1, "2020-01-05", { A: 6, B: 5, C: 4, D: 3, E: 2, F: 1 }),
		]);
		expect(headings).toEqual(["A", "B", "C", "D", "E", "F"]);
	});
});

test("Hosts are ranked by the items that link to them", () => {
	const hosts = (number: number, counts: Record<string, number>) => ({
		...issue(number, "2020-01-05", {}),
		hosts: counts,
	});
	expect(mostLinkedHosts([hosts(1, { b: 1, a: 1, c: 3 }), hosts(2, { d: 2, b: 1 })], 3)).toEqual([
		{ host: "c", items: 3 },
		{ host: "b", items: 2 },
		{ host: "d", items: 2 },
	]);
});

describe("The draft compared with the average", () => {
	test("is compared with the median of the last ten issues", () => {
		const issues = Array.from({ length: 30 }, (_, at) =>
			issue(at, "2020-01-05", at < 20 ? { News: 1 } : { News: at - 10, Events: 2 }),
		);
		const draft = [
			{ heading: "News", items: 3 },
			{ heading: "Tools", items: 1 },
		];
		expect(compareWithUsual(draft, overviewOf(issues).last)).toEqual([
			{ heading: "News", now: 3, usual: 14.5 },
			{ heading: "Tools", now: 1, usual: 0 },
			{ heading: "Events", now: 0, usual: 2 },
		]);
	});

	test("has nothing to be compared with before the first issue", () => {
		expect(compareWithUsual([{ heading: "News", items: 3 }], [])).toEqual([
			{ heading: "News", now: 3, usual: null },
		]);
	});

	test.each([
		[[3, 1, 2], 2],
		[[4, 1, 2, 3], 2.5],
		[[7], 7],
	])("the median of %j is %d", (numbers, middle) => {
		expect(median(numbers)).toBe(middle);
	});
});

test("The sections and years to choose from are those of the archive", () => {
	const issues = [
		issue(1, "2020-01-05", { News: 2, Jobs: 3 }),
		issue(2, "2021-01-05", { Tools: 9 }),
	];
	expect(overviewOf(issues)).toMatchObject({
		issues: 2,
		items: 14,
		usual: 7,
		headings: ["Tools", "Jobs", "News"],
		years: ["2021", "2020"],
	});
	expect(overviewOf([])).toMatchObject({ issues: 0, items: 0, usual: 0, headings: [], last: [] });
});
