import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { linkedItemsOf } from "../../../src/core/issue/linked-items.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";

/** The maximum computing time of each step, in seconds. The machines that run tests are slow and shared. */
const MOST_SECONDS = 6;

function nested(depth: number): string {
	return Array.from(
		{ length: depth },
		(_, at) => `${"  ".repeat(at)}- [a](http://x.example/${at})`,
	).join("\n");
}

const TEXTS: Record<string, string> = {
	"a paragraph of 42,000 links": Array.from(
		{ length: 42_000 },
		(_, at) => `[a${at}](http://x.example/${at})`,
	).join(" "),
	"2,000 lists within each other": nested(2_000),
	"2,000 list marks on a line": `${"- ".repeat(2_000)}[a](http://x.example)`,
	"10,000 headings": "# a\n\n".repeat(10_000),
	"10,000 headings that link": "# [a](http://x.example)\n\n".repeat(10_000),
	"28,000 list items": "- [a b c](http://x.example/a/b/c)\n".repeat(28_000),
	"a megabyte of quote marks": "> ".repeat(500_000),
	"a megabyte of brackets": "[".repeat(1_000_000),
	"a hundred thousand links without end": "[a](".repeat(100_000),
	"code marks of every length": Array.from({ length: 1_400 }, (_, at) => "`".repeat(at + 1)).join(
		" ",
	),
	"tags without end": '<a href="http://'.repeat(60_000),
	"a megabyte of blanks": `a${" ".repeat(1_000_000)}b`,
	"front matter without end": `---\n${"a: b\n".repeat(100_000)}`,
};

function seconds(run: () => unknown): number {
	const before = process.cpuUsage();
	run();
	return process.cpuUsage(before).user / 1e6;
}

describe("hostile text", { timeout: 300_000 }, () => {
	test.each(Object.entries(TEXTS))("%s: is read, written and learned from in time", (_, text) => {
		let issue = parseIssue("", DEFAULT_HOUSE_STYLE);
		const steps = {
			parse: seconds(() => {
				issue = parseIssue(text, DEFAULT_HOUSE_STYLE);
			}),
			format: seconds(() => formatIssue(issue, DEFAULT_HOUSE_STYLE)),
			links: seconds(() => linkedItemsOf(issue)),
			learn: seconds(() => learnStyle([{ name: "1.md", text }])),
		};
		for (const [step, taken] of Object.entries(steps))
			expect(taken, step).toBeLessThan(MOST_SECONDS);
	});

	test("in nested lists, every link is found", () => {
		const issue = parseIssue(nested(500), DEFAULT_HOUSE_STYLE);
		expect(linkedItemsOf(issue).flatMap(({ urls }) => urls)).toHaveLength(500);
	});
});
