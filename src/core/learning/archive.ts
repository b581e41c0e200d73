import type { HouseStyle } from "../house-style/house-style.ts";
import type { Issue } from "../issue/issue.ts";
import { normalizeText, parseIssue } from "../issue/parse-issue.ts";
import { blocksOf } from "../markdown/blocks.ts";
import { learnStyle, MOST_LEARNED } from "./learn-style.ts";
import type { IssueFile } from "./past-issue.ts";

/** An issue of an archive with the style that it was read with. */
interface ArchivedReading {
	name: string;
	issue: Issue;
	style: HouseStyle;
}

/** From so many issues on, text is compared over the whole archive. */
const FEWEST_COMPARED = 5;
const STANDING_SHARE = 0.5;

/**
 * Reads an archive, each run of issues with the style that is learned from them: a newsletter writes
 * otherwise after some years.
 *
 * @param files in the archive's order
 */
export function readArchive(files: readonly IssueFile[]): ArchivedReading[] {
	const mayStand = standingTexts(files);
	const readings: ArchivedReading[] = [];
	for (let start = 0; start < files.length; start += MOST_LEARNED) {
		const run = files.slice(start, start + MOST_LEARNED);
		// A short run at the end is read with the issues before it.
		const learned =
			run.length === MOST_LEARNED
				? run
				: files.slice(Math.max(0, start + run.length - MOST_LEARNED), start + run.length);
		const style = learnStyle(learned, { mayStand });
		readings.push(
			...run.map(({ name, text }) => ({ name, issue: parseIssue(text, style, name), style })),
		);
	}
	return readings;
}

/** Blocks of text with links that stand in half of the archive; those without links may always stand. */
function standingTexts(files: readonly IssueFile[]): (text: string) => boolean {
	const counts = new Map<string, number>();
	for (const { text } of files) {
		const source = normalizeText(text);
		const own = new Set(blocksOf(source).map(({ from, to }) => source.slice(from, to).trimEnd()));
		for (const block of own)
			if (/\]|https?:/.test(block)) counts.set(block, (counts.get(block) ?? 0) + 1);
	}
	const least =
		files.length >= FEWEST_COMPARED ? files.length * STANDING_SHARE : Number.POSITIVE_INFINITY;
	return (text) => !/\]|https?:/.test(text) || (counts.get(text) ?? 0) >= least;
}
