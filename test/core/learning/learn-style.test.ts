import { describe, expect, test } from "vitest";
import { newItem } from "../../../src/core/house-style/item.ts";
import { fillText } from "../../../src/core/house-style/text-pattern.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { draftOf } from "../../../src/core/issue/draft-of.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { formatItem, patternFor } from "../../../src/core/issue/format-item.ts";
import { linkedItemsOf } from "../../../src/core/issue/linked-items.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";
import { linksOf } from "../../../src/core/markdown/links.ts";
import { CLIP, INVENTED } from "./newsletters.ts";

const lines = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trimEnd())
		.filter(Boolean);

describe.each(INVENTED)("a newsletter of $kind", ({ file, clip }) => {
	const past = [11, 12, 13, 14, 15, 16].map(file);
	const style = learnStyle(past);
	const next = file(17);
	const issue = parseIssue(next.text, style, next.name);
	const items = linkedItemsOf(issue);

	test("has every link in an item under its heading, and no item as written", () => {
		const links = linksOf(next.text.replace(/^[\s\S]*?\n## /, "## "));
		const found = new Set(items.flatMap(({ urls }) => urls));
		for (const { url } of links) if (!/kite\.example/.test(url)) expect(found).toContain(url);
		expect(items.filter(({ asWritten }) => asWritten)).toEqual([]);
	});

	test("is written the same from the parsed issue and from a draft's records", () => {
		expect(formatIssue(structuredClone(issue), style)).toBe(next.text);
		const draft = structuredClone(draftOf(issue, style));
		expect(lines(formatIssue(assembleIssue(draft, style), style))).toEqual(lines(next.text));
	});

	test.skipIf(clip === "")("has titles, and clips are written like its items", () => {
		const own = items.filter(({ part }) => part.kind === "item" && part.links.length > 0);
		expect(own.length).toBeGreaterThan(0);
		for (const { title } of own) expect(title).toMatch(/^The .* 17-\d+$/);
		const item = newItem({ title: CLIP.title, links: [{ url: CLIP.url }] });
		const written = formatItem(item, patternFor(style, style.sections[0] ?? null), 1);
		expect(written.startsWith(clip)).toBe(true);
		expect(written).not.toMatch(/\bby\s*$|\(\s*\)|（\s*）|[-–:]\s*$/);
	});
});

describe("A style learned from issues", () => {
	const [weekly, reef] = INVENTED as [(typeof INVENTED)[0], (typeof INVENTED)[0]];

	test("counts the number up, follows the calendar and makes fields from what differs", () => {
		const style = learnStyle([11, 12, 13].map(reef.file));
		expect(style.frontMatter.lines).toEqual([
			{ key: "title", pattern: '"Reef Report {number}: {subject}"' },
			{ key: "date", pattern: "{date}" },
			{ key: "slug", pattern: "{slug}" },
		]);
		const stated = { number: 14, date: "2026-04-12", publishedAt: null, fields: {} };
		expect(fillText(style.fileName, stated, style.language)).toBe("14.md");
	});

	test("copies no content to the next issue if it is learned from only one", () => {
		const text =
			"---\ntitle: Issue 12\npermalink: /issues/12/\nslug: issue-12\ndate: 2026-11-15\n---\n\nSunday, November 15th\n\n## News\n\n- [A](https://a.example/)\n";
		const style = learnStyle([{ name: "12.md", text }]);
		const stated = { number: 13, date: "2026-11-22", publishedAt: null, fields: {} };
		const made = formatIssue(
			assembleIssue(
				{
					...stated,
					sections: [],
					parts: style.standing.map(({ id, section }) => ({
						kind: "text" as const,
						section,
						text: "",
						standing: id,
					})),
					sponsors: [],
				},
				style,
			),
			style,
		);
		expect(made).toContain(
			"title: Issue 13\npermalink: /issues/13/\nslug: issue-13\ndate: 2026-11-22\n",
		);
		expect(made).not.toMatch(/12|November 15/);
	});

	test("does not read weeks and years as issue numbers", () => {
		const files = [1, 2, 3, 4, 5, 6, 7, 8].map((week) => ({
			name: `2026-W0${week}.md`,
			text: `# Kite Weekly 2026-W0${week}\n\n- [Page ${week}](https://a.example/${week})\n`,
		}));
		const style = learnStyle(files);
		expect(style.numbered).toBe(false);
		for (const { name, text } of files) expect(parseIssue(text, style, name).number).toBeNull();
		const best = { name: "best-of.md", text: "# The best of 2025\n\n- [A](https://a.example/)\n" };
		expect(
			parseIssue(best.text, learnStyle([weekly.file(50), weekly.file(51)]), best.name).number,
		).toBeNull();
	});

	test.each(["2026-11-15", "2026-11-15 09:00:00 -0600"])("keeps the form of a date: %s", (date) => {
		const file = (n: number) => ({
			name: `${n}.md`,
			text: `---\ntitle: Issue ${n}\ndate: ${date.replace("15", String(n))}\n---\n\n- [A](https://a.example/${n})\n`,
		});
		const style = learnStyle([file(11), file(12), file(13)]);
		const issue = parseIssue(file(14).text, style, "14.md");
		expect(issue.frontMatter).toBeUndefined();
		expect(formatIssue(issue, style)).toBe(file(14).text);
	});
});
