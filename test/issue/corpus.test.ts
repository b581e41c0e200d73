import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read } from "../../src/issue/read.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { write } from "../../src/issue/write.ts";

/** Real back issues, where they are at hand; they are no part of the project. */
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const present = existsSync(CORPUS);
if (!present)
	console.warn("No back issues beside the project: the tests that read them are skipped.");

const folders = present
	? readdirSync(CORPUS, { withFileTypes: true }).filter(
			(entry) => entry.isDirectory() && entry.name !== "newsletters",
		)
	: [];
const files = folders.flatMap(({ name }) =>
	readdirSync(new URL(`${name}/`, CORPUS)).map((file) => ({
		name: `${name}/${file}`,
		text: readFileSync(new URL(`${name}/${file}`, CORPUS), "utf8"),
	})),
);

/** What a hand may slip at without changing the text: widths, trailing spaces, runs of empty lines. */
function evened(text: string): string {
	return text
		.replace(/[ \t]+$/gm, "")
		.replace(/^(=)=+$/gm, "$1")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

describe.skipIf(!present)("real back issues", () => {
	test.each(files)("$name: every address is kept, and it is written the same again", ({ text }) => {
		const { issue, style } = read(text);
		const words = JSON.stringify(issue);
		for (const [address] of text.matchAll(/https?:\/\/[^\s)\]<>]+/g)) {
			expect(words).toContain(JSON.stringify(address).slice(1, -1));
		}
		expect(issue.number).toBeGreaterThan(0);
		expect(issue.issueDate).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(evened(write(issue, style))).toBe(evened(text));
	});

	test.each(files.filter(({ name }) => /devops-weekly\/.*-(446|468)\.md$/.test(name)))(
		"$name: written byte for byte in the style read from it",
		({ text }) => {
			const { issue, style } = read(text);
			expect(write(issue, style)).toBe(text);
		},
	);

	test.each(files.filter(({ name }) => /devops-weekly\/.*-(446|468)\.md$/.test(name)))(
		"$name: in the default style differs only where a hand slipped",
		({ text }) => {
			const usual = text
				.replace(
					/(From our sponsor, \w+)\n=+/,
					(_, heading: string) => `${heading}\n${"=".repeat(heading.length)}`,
				)
				.replace(/\n{4}(?=\[)/, "\n\n\n");
			expect(write(read(text).issue, DEFAULT_STYLE)).toBe(usual);
		},
	);
});
