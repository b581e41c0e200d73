import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOf } from "../src/core/archive/contents.ts";
import { DEFAULT_HOUSE_STYLE } from "../src/core/house-style/ready-made-styles.ts";
import { parseIssue } from "../src/core/issue/parse-issue.ts";
import { addExamples, type Example } from "../src/core/suggestion/learn-sections.ts";
import type { PageInfo } from "../src/core/suggestion/page-traits.ts";
import { examplesOf } from "../src/core/suggestion/section-examples.ts";
import {
	emptyModel,
	MIN_PROBABILITY,
	type SectionModel,
	suggest,
} from "../src/core/suggestion/suggest.ts";
import { issueFiles } from "./corpus.ts";

/** The main figure is the accuracy of the choice between these two sections. */
const NEWS_OR_TOOLS = ["News", "Tools"];

interface Score {
	right: number;
	of: number;
	/** `right / of`, to four decimal places; 0 when there was nothing to evaluate. */
	accuracy: number;
}

/** How often each suggested section was given for each true section: first key true, second suggested. */
type Confusion = Record<string, Record<string, number>>;

export interface Evaluation {
	until: number;
	/** The number of items that were learned from, and of those that were evaluated. */
	learned: number;
	tested: number;
	/** Of the items in News or Tools: how often the more probable of these two was right. */
	newsTools: Score;
	/** The same for each single link, as when it is clipped. */
	newsToolsLinks: Score;
	/** Of all items: how often the most probable section was right. */
	all: Score;
	/** Of the items whose suggestion was certain enough to be used: how often it was right. */
	sure: Score;
	confusion: Confusion;
	skipped: Skipped[];
}

interface Skipped {
	/** The path within the folder. */
	name: string;
	reason: string;
}

interface NumberedIssue {
	number: number;
	examples: Example[];
}

/**
 * Learns from the issues in a folder and its subfolders up to and including number `until`, and evaluates
 * the later ones. All links of an item are evaluated together, because they are learned together.
 */
export function evaluate(folder: string, until: number): Evaluation {
	const { issues, skipped } = readFolder(folder);
	const learned = issues
		.filter(({ number }) => number <= until)
		.flatMap(({ examples }) => examples);
	const tested = issues.filter(({ number }) => number > until).flatMap(({ examples }) => examples);
	const model = addExamples(emptyModel(DEFAULT_HOUSE_STYLE.sections.map(byHeading)), learned);
	const newsOrTools = tested.filter(({ section }) => NEWS_OR_TOOLS.includes(section));
	const single = newsOrTools.flatMap(({ pages, section }) =>
		pages.map((page) => ({ pages: [page], section })),
	);
	const sure = tested.filter(
		({ pages }) => (suggest(model, pages)?.probability ?? 0) >= MIN_PROBABILITY,
	);
	return {
		until,
		learned: learned.length,
		tested: tested.length,
		newsTools: scoreOf(model, newsOrTools, NEWS_OR_TOOLS),
		newsToolsLinks: scoreOf(model, single, NEWS_OR_TOOLS),
		all: scoreOf(model, tested, model.sections),
		sure: scoreOf(model, sure, model.sections),
		confusion: confusionOf(model, tested),
		skipped,
	};
}

function readFolder(folder: string): { issues: NumberedIssue[]; skipped: Skipped[] } {
	const issues: NumberedIssue[] = [];
	const skipped: Skipped[] = [];
	for (const name of issueFiles(folder)) {
		try {
			const bytes = readFileSync(join(folder, name));
			const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
			const issue = parseIssue(text, DEFAULT_HOUSE_STYLE, name);
			if (issue.number === null) skipped.push({ name, reason: "it has no issue number" });
			else if (contentsOf(issue).sections.length === 0)
				skipped.push({ name, reason: "it has no sections" });
			else issues.push({ number: issue.number, examples: examplesOf(issue) });
		} catch (error) {
			skipped.push({ name, reason: error instanceof Error ? error.message : String(error) });
		}
	}
	// Sorted by number, so that the result does not depend on file names.
	return { issues: issues.sort((one, other) => one.number - other.number), skipped };
}

function byHeading({ heading }: { heading: string }): { id: string; heading: string } {
	return { id: heading, heading };
}

function scoreOf(
	model: SectionModel,
	examples: readonly Example[],
	among: readonly string[],
): Score {
	const right = examples.filter(
		({ pages, section }) => sectionFor(model, pages, among) === section,
	).length;
	const of = examples.length;
	return { right, of, accuracy: of === 0 ? 0 : Math.round((right / of) * 10_000) / 10_000 };
}

function sectionFor(
	model: SectionModel,
	pages: readonly PageInfo[],
	among: readonly string[] = model.sections,
): string {
	return suggest(model, pages, among)?.section ?? "";
}

function confusionOf(model: SectionModel, examples: readonly Example[]): Confusion {
	const confusion: Confusion = {};
	for (const { pages, section } of examples) {
		const suggested = sectionFor(model, pages);
		const row = confusion[section] ?? {};
		row[suggested] = (row[suggested] ?? 0) + 1;
		confusion[section] = row;
	}
	return confusion;
}

/** The data that `--json` prints. */
export function summary({ until, learned, tested, newsTools, all, confusion }: Evaluation) {
	return { until, learned, tested, newsTools, all, confusion };
}

/** The evaluation as text. */
export function asTable(result: Evaluation): string {
	const line = (label: string, { right, of, accuracy }: Score) =>
		`${label.padEnd(36)}${`${right} of ${of}`.padStart(14)}${percent(accuracy).padStart(9)}`;
	return [
		`Learned from ${result.learned} items up to issue ${result.until}, judged ${result.tested} later ones.`,
		"",
		line("News or Tools, by item", result.newsTools),
		line("News or Tools, by single link", result.newsToolsLinks),
		line("Any section, by item", result.all),
		line(`Any section, when sure (${MIN_PROBABILITY} or more)`, result.sure),
		"",
		...confusionLines(result.confusion),
	].join("\n");
}

function confusionLines(confusion: Confusion): string[] {
	const rows = Object.keys(confusion);
	const columns = [...new Set(Object.values(confusion).flatMap(Object.keys))];
	const widths = columns.map((column) => Math.max(5, column.length) + 2);
	const first = Math.max(...rows.map((row) => row.length), "is / suggested".length);
	return [
		"is / suggested".padEnd(first) +
			columns.map((column, at) => column.padStart(widths[at] ?? 0)).join(""),
		...rows.map(
			(row) =>
				row.padEnd(first) +
				columns
					.map((column, at) => String(confusion[row]?.[column] ?? "·").padStart(widths[at] ?? 0))
					.join(""),
		),
	];
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
