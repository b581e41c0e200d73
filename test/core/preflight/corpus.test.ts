import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { CHECK_IDS, preflight } from "../../../src/core/preflight/checks.ts";
import { asDraft } from "./published.ts";

/** Real back issues, where they are at hand; they are no part of the project. */
const CORPUS = new URL("../../../../shared/corpus/", import.meta.url);
const present = existsSync(CORPUS);
if (!present)
	console.warn("No back issues beside the project: what preflight says of them is not measured.");

/** Each hand is a newsletter of its own, and its issues are drafts in the order they came out. */
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

/** A link that ran before is nothing but true, and gaps in the numbers are issues not at hand. */
const NOT_COUNTED = new Set(["repeat", "number"]);

describe.skipIf(!present)("Published issues, each as the draft it was", () => {
	const drafts = hands.flatMap((issues) =>
		issues.map((issue, at) => preflight(asDraft(issue, issues.slice(0, at)))),
	);
	const perIssue = (check: string) =>
		drafts.flat().filter((finding) => finding.check === check).length / drafts.length;

	test("have less than one thing to look at on average", () => {
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

	test("hardly ever have more than three", () => {
		const many = drafts.filter(
			(findings) => findings.filter(({ check }) => !NOT_COUNTED.has(check)).length > 3,
		);
		expect(many.length / drafts.length).toBeLessThan(0.03);
	});

	test.each(CHECK_IDS.filter((id) => !NOT_COUNTED.has(id)))("are let be by %s, mostly", (id) => {
		expect(perIssue(id)).toBeLessThan(0.25);
	});

	test("are read, and have the slips that a reader finds in them", () => {
		const said = drafts.flat().map(({ says, values }) => `${says} ${values[0]}`);
		expect(said).toContain("doubledWord the the");
		expect(said).toContain("strangeAddress https://http//www.sainsburys.work/dandt");
	});
});
