import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { reportOn } from "../../scripts/corpus.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { formatIssue } from "../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../src/core/issue/parse-issue.ts";

/** Real past issues, if they are available. They are not part of the project. */
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const present = existsSync(CORPUS);
if (!present)
	console.warn("No back issues beside the project: the tests that read them are skipped.");

const folders = present
	? [
			...readdirSync(CORPUS).filter((name) => name.startsWith("devops-")),
			...readdirSync(new URL("newsletters/", CORPUS)).map((name) => `newsletters/${name}`),
		]
	: [];

describe.skipIf(!present)("real past issues", { timeout: 120_000 }, () => {
	test.each(folders)(
		"%s: every issue keeps its bytes and is written the same from the model",
		(folder) => {
			const { files, totals } = reportOn(fileURLToPath(new URL(`${folder}/`, CORPUS)));
			expect(totals.files).toBeGreaterThan(0);
			expect(files.filter(({ unchanged }) => !unchanged).map(({ name }) => name)).toEqual([]);
			expect(files.filter(({ rerendered }) => !rerendered).map(({ name }) => name)).toEqual([]);
			expect(totals.asWritten).toBeLessThanOrEqual(totals.items * 0.1);
		},
	);

	test.each(["2019-07-14-446.md", "2019-12-22-468.md"])(
		"%s: the default style gives every byte back",
		(name) => {
			const text = readFileSync(new URL(`devops-weekly/${name}`, CORPUS), "utf8");
			expect(formatIssue(parseIssue(text, DEFAULT_HOUSE_STYLE, name), DEFAULT_HOUSE_STYLE)).toBe(
				text,
			);
		},
	);
});
