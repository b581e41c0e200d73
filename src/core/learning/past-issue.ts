import type { Stated } from "../house-style/text-pattern.ts";
import { normalizeText, plainBody } from "../issue/parse-issue.ts";
import type { ReadingHint } from "../issue/reading/read-section.ts";
import { guessStated } from "../issue/reading/stated.ts";
import type { Unit } from "../issue/reading/unit.ts";
import { type DescribedBody, describeBody, unitsIn } from "../issue/reading/units.ts";
import { headingKey } from "../issue/section-of.ts";
import { type FrontMatter, splitFrontMatter } from "../markdown/front-matter.ts";

/** A published issue as a file: what styles are learned from. */
export interface IssueFile {
	/** Its path, with folders. */
	name: string;
	text: string;
}

/** A past issue, taken apart as far as it goes without a style. */
export interface PastIssue {
	name: string;
	source: string;
	front: FrontMatter;
	body: string;
	described: DescribedBody;
	units: Unit[];
	stated: Stated;
}

/** Blocks of one issue that are learned from at most: no newsletter has as many. */
const MOST_BLOCKS = 2_000;

const WITHOUT_STYLE: ReadingHint = { paragraphs: null, isStanding: () => false };

/** What was taken apart already: an archive is gone through with windows that overlap. */
const kept = new WeakMap<IssueFile, { mailQuoting: boolean; issue: PastIssue }>();

export function takeApart(file: IssueFile, mailQuoting: boolean): PastIssue {
	const known = kept.get(file);
	if (known?.mailQuoting === mailQuoting)
		return { ...known.issue, stated: { ...known.issue.stated } };
	const source = normalizeText(file.text);
	const front = splitFrontMatter(source);
	const body = plainBody(source.slice(front.end), { mailQuoting });
	const whole = describeBody(body);
	const described = {
		...whole,
		blocks: whole.blocks.slice(0, MOST_BLOCKS),
		described: whole.described.slice(0, MOST_BLOCKS),
	};
	const units = unitsIn(described, WITHOUT_STYLE);
	const [first] = units;
	const heading = first?.heading ? body.slice(first.heading.textFrom, first.heading.textTo) : "";
	const stated = guessStated(front.entries, heading, file.name);
	const issue = { name: file.name, source, front, body, described, units, stated };
	kept.set(file, { mailQuoting, issue });
	return { ...issue, stated: { ...stated } };
}

/** The issue read again, with what is known of the style by now. */
export function withHint(issue: PastIssue, hint: ReadingHint): PastIssue {
	return { ...issue, units: unitsIn(issue.described, hint) };
}

/** The heading a unit stands under, as a key for comparison; empty before the first. */
export function keyOfHeading(issue: PastIssue, unit: Unit): string {
	const { heading } = unit;
	return heading
		? `${heading.level} ${headingKey(issue.body.slice(heading.textFrom, heading.textTo))}`
		: "";
}

/** Whether mail's quoting of `From ` lines was at work: some are quoted and none is not. */
export function isMailQuoted(files: readonly IssueFile[]): boolean {
	return (
		files.some(({ text }) => /^>From /m.test(text)) &&
		!files.some(({ text }) => /^From /m.test(text))
	);
}

/**
 * Numbers and dates that hold in all of the issues: numbers that differ from issue to issue and do
 * not jump, or none.
 */
export function settleStated(issues: readonly PastIssue[]): void {
	const numbers = issues.flatMap(({ stated }) => (stated.number === null ? [] : [stated.number]));
	const distinct = new Set(numbers).size;
	const counted =
		distinct === numbers.length && numbers.length * 10 >= issues.length * 6 && !jumps(numbers);
	const dates = issues.flatMap(({ stated }) => (stated.date === null ? [] : [stated.date]));
	const dated =
		dates.length * 10 >= issues.length * 6 && (issues.length === 1 || new Set(dates).size > 1);
	for (const { stated } of issues) {
		if (!counted) stated.number = null;
		if (!dated) stated.date = null;
	}
}

/** Numbers that mostly go far: they are dates or addresses, and count nothing. */
function jumps(numbers: readonly number[]): boolean {
	const steps = numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? number)));
	const far = steps.filter((step) => step > 20).length;
	return steps.length > 0 && far * 2 > steps.length;
}
