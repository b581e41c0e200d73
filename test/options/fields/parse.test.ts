import { describe, expect, test } from "vitest";
import {
	parseIssueDate,
	parseKey,
	parseLinks,
	parseNumber,
	parsePattern,
	parsePublicationTime,
	parseWidth,
} from "../../../src/options/fields/parse.ts";

describe("A typed text", () => {
	test.each(["1", " 468 ", "0468"])("%j is an issue number", (text) => {
		expect(parseNumber(text)).toEqual({ value: Number(text) });
	});

	test.each(["", "0", "-1", "1.5", "46x", "9".repeat(20)])("%j is not an issue number", (text) => {
		expect(parseNumber(text)).toHaveProperty("problem");
	});

	test("is an issue date if the day exists", () => {
		expect(parseIssueDate(" 2019-12-15 ")).toEqual({ value: "2019-12-15" });
		expect(parseIssueDate("2019-02-30")).toHaveProperty("problem");
	});

	test("is a publication time only with its offset", () => {
		const value = "2019-12-22T13:40:01+00:00";
		expect(parsePublicationTime(value)).toEqual({ value });
		expect(parsePublicationTime("2019-12-22T13:40:01")).toHaveProperty("problem");
	});

	test("is an underline width, or empty", () => {
		expect(parseWidth("23", 200)).toEqual({ value: 23 });
		expect(parseWidth(" ", 200)).toEqual({ value: null });
		expect(parseWidth("0", 200)).toHaveProperty("problem");
	});

	test("is a key of the front matter if YAML reads it as one", () => {
		expect(parseKey("pub_date", [])).toEqual({ value: "pub_date" });
		expect(parseKey("a: b", [])).toHaveProperty("problem");
		expect(parseKey("title", ["title"])).toHaveProperty("problem");
	});
});

describe("Links, one per line", () => {
	test("keep their spelling, and the data of existing links", () => {
		const known = [
			{ url: "https://a.example/x y(z)", title: "A page", description: "Of letters." },
		];
		expect(parseLinks("https://a.example/x y(z)\n\n  mailto:a@b.example \n", known)).toEqual({
			value: [...known, { url: "mailto:a@b.example", title: "" }],
		});
	});

	test.each(["nonsense", "example.com/a", "javascript:alert(1)", "file:///etc/passwd"])(
		"are not accepted if a line is %j, and the line is named",
		(line) => {
			expect(parseLinks(`https://a.example/\n${line}`, [])).toEqual({
				problem: { key: "optionsBadLink", values: [2, line] },
			});
		},
	);
});

describe("A pattern", () => {
	const fields = new Set(["subject"]);

	test("that can be filled in is accepted", () => {
		expect(parsePattern("ISSUE \\#{number} - {date:do MMMM yyyy} {subject}", fields)).toBeNull();
	});

	test("with an unknown placeholder or format is not accepted", () => {
		expect(parsePattern("{title}", fields)?.key).toBe("optionsBadPlaceholder");
		expect(parsePattern("{date:nonsense}", fields)?.key).toBe("optionsBadDateFormat");
	});
});
