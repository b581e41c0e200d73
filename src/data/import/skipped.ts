import { mentionsOf } from "../../core/links/mentions.ts";
import { isIssueDate } from "../../issue/numbering.ts";
import type { Reading } from "../../issue/read.ts";
import { issueInParts } from "../db/upgrades/upgrade-issues.ts";
import { LIMITS } from "./limits.ts";

/** Why a file was left out; each reason has a sentence in the interface. */
export type SkipReason =
	| "notMarkdown"
	| "tooLarge"
	| "notText"
	| "noNumber"
	| "noDate"
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

const ISSUE_NAME = /\.(?:md|markdown|mdown|mkd|mdx|txt)$/i;

/** Files that stand beside issues in every repository and are none. */
const NO_ISSUE =
	/^(?:readme|license|licence|changelog|contributing|code_of_conduct|security)\.\w+$/i;

/** Whether a file's name is that of an issue, so that others are not even mentioned one by one. */
export function mayBeIssue(path: string): boolean {
	const name = path.split("/").at(-1) ?? "";
	const hidden = path
		.split("/")
		.some((part) => part.startsWith(".") && part !== "." && part !== "..");
	return ISSUE_NAME.test(name) && !NO_ISSUE.test(name) && !hidden && !path.includes("__MACOSX/");
}

/** Why what was read is no issue, or null when it is one. */
export function noIssue({ issue }: Reading): SkipReason | null {
	if (issue.sections.length + issue.sponsors.length > LIMITS.headings) return "tooManyHeadings";
	if (mentionsOf(issueInParts(issue)).length > LIMITS.addresses) return "tooManyAddresses";
	if (issue.sections.length === 0) return "noItems";
	if (!(issue.number >= 1)) return "noNumber";
	if (issue.number > LIMITS.number) return "numberTooHigh";
	if (!isIssueDate(issue.issueDate)) return "noDate";
	if (issue.issueDate > LIMITS.day) return "dateTooFar";
	return null;
}
