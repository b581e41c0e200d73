import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { nameStyle } from "../../../src/core/house-style/name-style.ts";
import {
	DEFAULT_HOUSE_STYLE,
	READY_MADE_STYLES,
} from "../../../src/core/house-style/ready-made-styles.ts";
import { fillText } from "../../../src/core/house-style/text-pattern.ts";

const titleOf = (style: typeof DEFAULT_HOUSE_STYLE) =>
	style.frontMatter.lines.find(({ key }) => key === "title")?.pattern ?? style.titleLine;

const readyMade = (id: string) => {
	const found = READY_MADE_STYLES.find((style) => style.id === id);
	if (!found) throw new Error(id);
	return found.style;
};

describe("Naming the newsletter in its style", () => {
	test("replaces the name in Galley's default style", () => {
		expect(titleOf(nameStyle(DEFAULT_HOUSE_STYLE, "", "Night Shift", true))).toBe(
			"Night Shift ISSUE \\#{number} - {date:do MMMM yyyy} ",
		);
	});

	test("does not change a title that already has the name, in upper or lower case", () => {
		expect(nameStyle(DEFAULT_HOUSE_STYLE, "", "Devops Weekly", true)).toEqual(DEFAULT_HOUSE_STYLE);
	});

	test("replaces the previous name, and can be removed again", () => {
		const first = nameStyle(DEFAULT_HOUSE_STYLE, "", "D", true);
		const second = nameStyle(first, "D", "Night Shift", true);
		expect(titleOf(second)).toMatch(/^Night Shift ISSUE /);
		const without = nameStyle(second, "Night Shift", "", true);
		expect(titleOf(without)).toMatch(/^ISSUE \\#/);
		expect(titleOf(nameStyle(without, "", "Dawn", true))).toMatch(/^Dawn ISSUE \\#/);
	});

	test("puts the name before the title of every ready-made style that has one", () => {
		const titles = READY_MADE_STYLES.map(({ style }) =>
			titleOf(nameStyle(style, "", "Dawn", true)),
		);
		expect(titles).toEqual([
			"Dawn ISSUE \\#{number} - {date:do MMMM yyyy} ",
			"# Dawn – Issue {number} – {date:d MMMM yyyy}",
			"# Dawn – Issue {number} – {date:d MMMM yyyy}",
			'"Dawn – Issue {number}: {subject}"',
			'"Dawn – Issue {number}: {subject}"',
			"",
		]);
	});

	test("does not put the name into a learned title", () => {
		const learned = { ...DEFAULT_HOUSE_STYLE, frontMatter: { kind: "none", lines: [] } as const };
		const style = { ...learned, frontMatter: { ...learned.frontMatter, lines: [] } };
		const titled = { ...style, titleLine: "# Issue {number}" };
		expect(nameStyle(titled, "", "Dawn", false)).toEqual(titled);
	});

	test.each([
		"Foo: the bar",
		"# One",
		"C# Weekly",
		'Say "hello"',
		"It’s",
		"It's",
		"@home",
		"{date}",
		"- x",
	])("keeps the front matter valid for %j", (name) => {
		for (const id of ["devopsWeekly", "jekyll"]) {
			const pattern = titleOf(nameStyle(readyMade(id), "", name, true));
			const stated = { number: 3, date: "2026-11-22", publishedAt: null, fields: { subject: "s" } };
			const value = fillText(pattern, stated, "en");
			const { title } = parse(`title: ${value}`) as { title: string };
			expect(title).toContain(name.replace(/[{}]/g, ""));
			expect(title).toContain("3");
		}
	});
});
