import { type LeftOut, leftOutBecause } from "../../core/archive/issue-file.ts";
import type { Issue } from "../../core/issue/issue.ts";
import { mentionsOf } from "../../core/links/mentions.ts";
import { LIMITS } from "./limits.ts";

/** Why a file was skipped. Each reason has a sentence in the interface. */
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

/** A file that was skipped, with what the interface shows about it. */
export interface Skipped {
	path: string;
	reason: SkipReason;
	/** For a broken zip, the number of files that could be read; otherwise 0. */
	read: number;
}

/** Whether the name of a file may be that of an issue. Other files are not even reported. */
export function mayBeIssue(path: string): boolean {
	return leftOutBecause(path) === null;
}

/** Why a parsed file is not accepted as an issue, or null when it is. */
export function noIssue(issue: Issue, text: string): SkipReason | null {
	const headings = issue.parts.filter(({ kind }) => kind === "heading").length;
	if (headings > LIMITS.headings) return "tooManyHeadings";
	if (mentionsOf(issue).length > LIMITS.addresses) return "tooManyAddresses";
	if (!HAS_LINK.test(text)) return "noItems";
	if ((issue.number ?? 0) > LIMITS.number) return "numberTooHigh";
	return (issue.date ?? "") > LIMITS.day ? "dateTooFar" : null;
}

/** Matches any kind of link that markdown allows. */
const HAS_LINK = /https?:\/\/|\]\(|<a\s/i;
