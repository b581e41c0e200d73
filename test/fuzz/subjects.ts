/**
 * Everything that is given text from outside. To add a reader, an importer or a check: one row in
 * one of the tables.
 */
import { ISSUE_SUBJECTS } from "./issue-subjects.ts";
import { LINK_SUBJECTS } from "./link-subjects.ts";
import { PAGE_SUBJECTS } from "./page-subjects.ts";

export interface Subject {
	name: string;
	/** Takes a text of any length within the budget of `budget.ts`. */
	run(text: string): unknown;
	/** Throws where something does not hold that holds for every text. */
	holds?(text: string): unknown;
	/** What else its texts may be made of, beside the common alphabet. */
	alphabet?: readonly string[];
}

export const SUBJECTS: readonly Subject[] = [...ISSUE_SUBJECTS, ...LINK_SUBJECTS, ...PAGE_SUBJECTS];
