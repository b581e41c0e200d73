import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { CHECK_IDS, preflight } from "../../../src/core/preflight/checks.ts";
import { asDraft } from "./published.ts";

/** Real past issues, if they are available. They are not part of the project. */
const CORPUS = new URL("../../../../shared/corpus/", import.meta.url);
const present = existsSync(CORPUS);
if (!present)
	console.warn("No back issues beside the project: what preflight says of them is not measured.");

/** Each folder is a newsletter. Its issues are checked as drafts in the order of publication. */
const hands = present
	? readdirSync(CORPUS, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && entry.name !== "newsletters")
			.map(({ name }) =>
				readdirSync(new URL(`${name}/`, CORPUS))
					.map((file) =>
						parseIssue(
							readFileSync(new URL(`${name}/${file}`, CORPUS), "utf8"),
							DEFAULT_HOUSE_STYLE,
						),
					)
					.sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
			)
	: [];

/** Repeats are always true, and gaps in the numbers are issues that are not available. */
const NOT_COUNTED = new Set(["repeat", "number"]);

describe.skipIf(!present)("Published issues, each checked as a draft", () => {
	const drafts = hands.flatMap((issues) =>
		issues.map((issue, at) => preflight(asDraft(issue, issues.slice(0, at)))),
	);
	const perIssue = (check: string) =>
		drafts.flat().filter((finding) => finding.check === check).length / drafts.length;

	test("have less than one finding on average", () => {
		const rates = CHECK_IDS.map((id) => [id, perIssue(id)] as const);
		console.info(
			`Findings in each of ${drafts.length} issues:`,
			rates.map(([id, rate]) => `${id} ${rate.toFixed(2)}`).join(", "),
		);
		const all = rates
			.filter(([id]) => !NOT_COUNTED.has(id))
			.reduce((sum, [, rate]) => sum + rate, 0);
		expect(all).toBeLessThan(1);
	});

	test("rarely have more than three findings", () => {
		const many = drafts.filter(
			(findings) => findings.filter(({ check }) => !NOT_COUNTED.has(check)).length > 3,
		);
		expect(many.length / drafts.length).toBeLessThan(0.03);
	});

	test.each(CHECK_IDS.filter((id) => !NOT_COUNTED.has(id)))("rarely have a finding of %s", (id) => {
		expect(perIssue(id)).toBeLessThan(0.25);
	});

	test("are read, and have findings for the errors that a reader finds in them", () => {
		const said = drafts.flat().map(({ sentence, values }) => `${sentence} ${values[0]}`);
		expect(said).toContain("doubledWord the the");
		expect(said).toContain("strangeAddress https://http//www.sainsburys.work/dandt");
	});
});
