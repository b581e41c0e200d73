import type { IssueValues } from "../house-style/text-pattern.ts";
import { normalizeText, plainBody } from "../issue/parse-issue.ts";
import { guessValues } from "../issue/reading/guess-values.ts";
import type { ReadingHint } from "../issue/reading/read-section.ts";
import type { Unit } from "../issue/reading/unit.ts";
import { type DescribedBody, describeBody, unitsIn } from "../issue/reading/units.ts";
import { headingKey } from "../issue/section-of.ts";
import { type FrontMatter, splitFrontMatter } from "../markdown/front-matter.ts";

/** The file of a published issue, from which styles are learned. */
export interface IssueFile {
	/** Its path, including folders. */
	name: string;
	text: string;
}

/** A past issue, parsed as far as possible without a style. */
export interface PastIssue {
	name: string;
	source: string;
	front: FrontMatter;
	body: string;
	described: DescribedBody;
	units: Unit[];
	stated: IssueValues;
}

/** At most this many blocks of one issue are used for learning. */
const MAX_BLOCKS = 2_000;

const WITHOUT_STYLE: ReadingHint = { paragraphs: null, isStanding: () => false };

/**
 * Results of `takeApart`. An archive is learned from in overlapping runs, so most issues are needed
 * twice.
 */
const kept = new WeakMap<IssueFile, { mailQuoting: boolean; issue: PastIssue }>();

export function parsePastIssue(file: IssueFile, mailQuoting: boolean): PastIssue {
	const known = kept.get(file);
	if (known?.mailQuoting === mailQuoting)
		return { ...known.issue, stated: { ...known.issue.stated } };
	const source = normalizeText(file.text);
	const front = splitFrontMatter(source);
	const body = plainBody(source.slice(front.end), { mailQuoting });
	const whole = describeBody(body);
	const described = {
		...whole,
		blocks: whole.blocks.slice(0, MAX_BLOCKS),
		described: whole.described.slice(0, MAX_BLOCKS),
	};
	const units = unitsIn(described, WITHOUT_STYLE);
	const [first] = units;
	const heading = first?.heading ? body.slice(first.heading.textFrom, first.heading.textTo) : "";
	const stated = guessValues(front.entries, heading, file.name);
	const issue = { name: file.name, source, front, body, described, units, stated };
	kept.set(file, { mailQuoting, issue });
	return { ...issue, stated: { ...stated } };
}

/** Reads the issue's units again, with what is known of the style so far. */
export function withHint(issue: PastIssue, hint: ReadingHint): PastIssue {
	return { ...issue, units: unitsIn(issue.described, hint) };
}

/** A key for comparing headings, with level and text; empty if the unit is not a heading. */
export function keyOfHeading(issue: PastIssue, unit: Unit): string {
	const { heading } = unit;
	return heading
		? `${heading.level} ${headingKey(issue.body.slice(heading.textFrom, heading.textTo))}`
		: "";
}

/** Whether `From ` lines are quoted as in mail files: some are, and none is unquoted. */
export function isMailQuoted(files: readonly IssueFile[]): boolean {
	return (
		files.some(({ text }) => /^>From /m.test(text)) &&
		!files.some(({ text }) => /^From /m.test(text))
	);
}

/**
 * Clears unreliable values. Numbers are kept only if at least 60% of the issues have one, all are
 * different, and most steps are small. Dates are kept only if at least 60% of the issues have one and
 * they differ.
 */
export function clearUnreliableValues(issues: readonly PastIssue[]): void {
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

/** Whether most steps between the numbers are large, as with dates or ids. */
function jumps(numbers: readonly number[]): boolean {
	const steps = numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? number)));
	const far = steps.filter((step) => step > 20).length;
	return steps.length > 0 && far * 2 > steps.length;
}
