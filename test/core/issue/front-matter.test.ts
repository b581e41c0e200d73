import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { READY_MADE_STYLES } from "../../../src/core/house-style/ready-made-styles.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";

const jekyll = READY_MADE_STYLES.find(({ id }) => id === "jekyll")?.style;
if (!jekyll) throw new Error("There is no style for Jekyll.");

const PATTERNS = ['"Issue {number}: {subject}"', "'Issue {number}: {subject}'", "{subject}"];
const SUBJECTS = ['Say "hi"', "It's: a tide", "back\\slash", "# one", "plain"];

describe("a field in front matter", () => {
	test.each(PATTERNS.flatMap((pattern) => SUBJECTS.map((subject) => ({ pattern, subject }))))(
		"$subject is YAML in $pattern, and read back",
		({ pattern, subject }) => {
			const frontMatter = { kind: "yaml" as const, lines: [{ key: "title", pattern }] };
			const style = { ...jekyll, frontMatter };
			const stated = { number: 7, date: "2026-11-15", publishedAt: null, fields: { subject } };
			const text = formatIssue(
				assembleIssue({ ...stated, sections: [], parts: [], sponsors: [] }, style),
				style,
			);
			const { title } = parseYaml(text.split("---\n")[1] ?? "");
			expect(title).toBe(
				pattern
					.replace(/^["']|["']$/g, "")
					.replace("{number}", "7")
					.replace("{subject}", subject),
			);
			expect(parseIssue(text, style)).toMatchObject({ fields: { subject } });
		},
	);
});
