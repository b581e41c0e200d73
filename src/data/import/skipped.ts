import { type LeftOut, leftOutBecause } from "../../core/archive/issue-file.ts";
import type { Issue } from "../../core/issue/issue.ts";
import { mentionsOf } from "../../core/links/mentions.ts";
import { LIMITS } from "./limits.ts";

/** Why a file was left out; each reason has a sentence in the interface. */
export type SkipReason =
	| LeftOut
	| "tooLarge"
	| "notText"
	| "numberTooHigh"
	| "dateTooFar"
	| "noItems"
	| "tooManyHeadings"
	| "tooManyAddresses"
	| "badZip"
	| "brokenZip"
	| "zipTooLarge"
	| "tooManyFiles"
	| "unreadable";

/** A file that was left out, as the interface names it. */
export interface Skipped {
	path: string;
	reason: SkipReason;
	/** How many files of a broken zip could be read; 0 for all else. */
	read: number;
}

/** Whether a file's name is that of an issue, so that others are not even mentioned one by one. */
export function mayBeIssue(path: string): boolean {
	return leftOutBecause(path) === null;
}

/** Why what was read is no issue, or null when it is one. */
export function noIssue(issue: Issue, text: string): SkipReason | null {
	const headings = issue.parts.filter(({ kind }) => kind === "heading").length;
	if (headings > LIMITS.headings) return "tooManyHeadings";
	if (mentionsOf(issue).length > LIMITS.addresses) return "tooManyAddresses";
	if (!HAS_LINK.test(text)) return "noItems";
	if ((issue.number ?? 0) > LIMITS.number) return "numberTooHigh";
	return (issue.date ?? "") > LIMITS.day ? "dateTooFar" : null;
}

/** Whatever leads somewhere, in any of the ways that markdown has for it. */
const HAS_LINK = /https?:\/\/|\]\(|<a\s/i;
