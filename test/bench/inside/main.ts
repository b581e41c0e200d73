/**
 * The part of the benchmark that runs inside the extension, on a separate page. Galley's source is bundled
 * with it in the same way as in the extension. Jobs are started and then polled, because a driver does not
 * wait long for an answer.
 */
import { parser } from "@lezer/markdown";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { learnStyle } from "../../../src/core/learning/learn-style.ts";
import { setUpgrade } from "../../../src/data/db/database.ts";
import { UPGRADES } from "../../../src/data/db/upgrades/upgrades.ts";
import { HOSTILE_ISSUES } from "../../hostile-issues.ts";
import { generatedIssue } from "../generated-issues.ts";
import * as archive from "./archive.ts";
import * as backups from "./backups.ts";
import { storeDraft } from "./draft.ts";
import * as git from "./git.ts";
import { timed } from "./timed.ts";

setUpgrade(UPGRADES);

/** How many times a text is parsed for one sample, because parsing once is too short to be timed. */
const TIMES = 20;
const LARGE = generatedIssue(1, 40);
const LARGE_PARSED = parseIssue(LARGE.text, DEFAULT_HOUSE_STYLE, LARGE.name);
const TEN = Array.from({ length: 10 }, (_, at) => generatedIssue(at + 1));

/** The text of one kind of hostile issue, at a number of eighths of its full length. */
function hostileText(kind: number, eighths: number): string {
	return Object.values(HOSTILE_ISSUES)[kind]?.(eighths / 8) ?? "";
}

function repeated(work: () => unknown): Promise<number> {
	return timed(() => {
		for (let time = 0; time < TIMES; time += 1) work();
	});
}

const JOBS = {
	...archive,
	...backups,
	...git,
	storeDraft,
	parse: () => repeated(() => parseIssue(LARGE.text, DEFAULT_HOUSE_STYLE, LARGE.name)),
	format: () => repeated(() => formatIssue(LARGE_PARSED, DEFAULT_HOUSE_STYLE)),
	/** The baseline of parsing and formatting: the CommonMark parser alone on the same text. */
	parseAlone: () => repeated(() => parser.parse(LARGE.text)),
	hostile(kind: number, eighths: number) {
		const text = hostileText(kind, eighths);
		return timed(() => {
			formatIssue(parseIssue(text, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE);
			learnStyle([{ name: "1.md", text }]);
		});
	},
	learn: () => repeated(() => learnStyle(TEN)),
	parseTenAlone: () => repeated(() => TEN.forEach(({ text }) => void parser.parse(text))),
};

export type Jobs = typeof JOBS;

/** The result of a job; null while it is running. */
export type JobResult = { value: unknown } | { failed: string } | null;

const results: JobResult[] = [];

export const bench = {
	/** Starts a job and returns a number for polling it. */
	start(name: keyof Jobs, args: readonly number[]): number {
		const id = results.push(null) - 1;
		const job: (...numbers: readonly number[]) => Promise<unknown> = JOBS[name];
		job(...args).then(
			(value) => {
				results[id] = { value: value ?? null };
			},
			(error: unknown) => {
				results[id] = { failed: String(error) };
			},
		);
		return id;
	},
	result: (id: number): JobResult => results[id] ?? null,
};

Object.assign(globalThis, { bench });
