import type { HouseStyle } from "../house-style/house-style.ts";
import type { Issue } from "../issue/issue.ts";
import { normalizeText, parseIssue } from "../issue/parse-issue.ts";
import { blocksOf } from "../markdown/blocks.ts";
import { learnStyle, MAX_LEARNED } from "./learn-style.ts";
import type { IssueFile } from "./past-issue.ts";

/** An archived issue with the style by which it was parsed. */
interface ArchivedReading {
	name: string;
	issue: Issue;
	style: HouseStyle;
}

/** Texts are compared across the archive only if it has at least this many issues. */
const MIN_COMPARED = 5;
const STANDING_SHARE = 0.5;

/**
 * Parses an archive. Each run of consecutive issues uses the style that is learned from it, since
 * newsletters change their style over the years.
 *
 * @param files the files in the order of the archive
 */
export function readArchive(files: readonly IssueFile[]): ArchivedReading[] {
	const mayStand = standingTexts(files);
	const readings: ArchivedReading[] = [];
	for (let start = 0; start < files.length; start += MAX_LEARNED) {
		const run = files.slice(start, start + MAX_LEARNED);
		// The style of a short last run is learned from earlier issues too.
		const learned =
			run.length === MAX_LEARNED
				? run
				: files.slice(Math.max(0, start + run.length - MAX_LEARNED), start + run.length);
		const style = learnStyle(learned, { mayStand });
		readings.push(
			...run.map(({ name, text }) => ({ name, issue: parseIssue(text, style, name), style })),
		);
	}
	return readings;
}

/**
 * Returns a function that tells whether a text block may be standing text. A block with links must
 * occur in at least half of the issues; other blocks always may.
 */
function standingTexts(files: readonly IssueFile[]): (text: string) => boolean {
	const counts = new Map<string, number>();
	for (const { text } of files) {
		const source = normalizeText(text);
		const own = new Set(blocksOf(source).map(({ from, to }) => source.slice(from, to).trimEnd()));
		for (const block of own)
			if (/\]|https?:/.test(block)) counts.set(block, (counts.get(block) ?? 0) + 1);
	}
	const least =
		files.length >= MIN_COMPARED ? files.length * STANDING_SHARE : Number.POSITIVE_INFINITY;
	return (text) => !/\]|https?:/.test(text) || (counts.get(text) ?? 0) >= least;
}
