import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { draftOf } from "../../../src/core/issue/draft-of.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";

const OURS = new URL("../../e2e/fixtures/2024-02-11-512.md", import.meta.url);
const REAL = ["2019-07-14-446.md", "2019-12-22-468.md"].map(
	(name) => new URL(`../../../../shared/corpus/devops-weekly/${name}`, import.meta.url),
);

/** Writes a draft with the issue's parts in the style of this issue alone. */
function rewritten(name: string, text: string): string {
	const style = learnStyle([{ name, text }]);
	const draft = structuredClone(draftOf(parseIssue(text, style, name), style));
	return formatIssue(assembleIssue(draft, style), style);
}

const ours = readFileSync(OURS, "utf8");

describe("a draft in the style of one past issue", () => {
	test("is written like the issue, with its footer separate from the sponsor", () => {
		expect(rewritten("2024-02-11-512.md", ours)).toBe(ours);
	});

	test("has the same width of the line under the sponsor's heading", () => {
		const drawn = ours.replace(/^={25}$/m, "=".repeat(19));
		expect(drawn).not.toBe(ours);
		expect(rewritten("2024-02-11-512.md", drawn)).toBe(drawn);
	});

	test("has the same number of empty lines above the sponsor at the end", () => {
		const spaced = ours.replace(/\n\n\n(\[Workshop\][^\n]*\n\n[^\n]*\n\n\nIf you)/, "\n\n\n\n$1");
		expect(spaced).not.toBe(ours);
		expect(rewritten("2024-02-11-512.md", spaced)).toBe(spaced);
	});

	test.each(REAL.filter((file) => existsSync(file)))("is %s byte for byte", (file) => {
		const text = readFileSync(file, "utf8");
		expect(rewritten(file.pathname.split("/").at(-1) ?? "", text)).toBe(text);
	});
});

if (!REAL.some((file) => existsSync(file)))
	console.warn("No back issues beside the project: their styles are not learned.");

describe("a newsletter without headings", () => {
	const WORDS: Record<number, string[]> = {
		7: ["kelp", "rope"],
		8: ["buoy", "lamp"],
		9: ["mast", "crane"],
		10: ["tide", "harbor"],
	};
	const wordsOf = (number: number) => WORDS[number] ?? [];
	const issue = (number: number) => ({
		name: `${number}.md`,
		text: `---\ntitle: Tides ${number}\n---\n\n${wordsOf(number)
			.map((word) => `[**The ${word}**](https://${word}.example/)\n\nA note on the ${word}.\n`)
			.join("\n")}`,
	});
	const style = learnStyle([7, 8, 9].map(issue));

	test("has one section to clip to, which is written without a heading", () => {
		expect(style.sections).toEqual([
			{ id: "items", heading: "Items", level: 2, underline: null, withoutHeading: true },
		]);
		const parts = wordsOf(10).map((word) => ({
			...{ kind: "item" as const, section: "items", slots: {}, note: `A note on the ${word}.` },
			title: `The ${word}`,
			links: [{ url: `https://${word}.example/` }],
		}));
		const draft = {
			...{ number: 10, date: null, publishedAt: null, fields: {}, sponsors: [] },
			...{ sections: style.sections, parts },
		};
		expect(formatIssue(assembleIssue(draft, style), style)).toBe(issue(10).text);
	});
});
