/** Types for what preflight finds. */

import type { Fix } from "./fix.ts";

/** The place of a finding: the field or part of the draft that it is about. */
export type FindingPlace =
	| { at: "item"; id: string; field: "title" | "note" | "links" }
	| { at: "draft"; field: "number" | "issueDate" | "publishedAt" | "intro" | "footer" }
	/** `id` is empty for a missing sponsor. */
	| { at: "sponsor"; id: string; field: "name" | "note" | "links" }
	| { at: "section"; id: string };

/**
 * A value in the sentence of a finding. A day such as `2019-12-15`, or a weekday (0 is Sunday), is
 * formatted when it is shown.
 */
export type Value = string | number | { day: string } | { weekday: number };

/** `wrong` is almost never intended; `doubtful` is for the editor to judge. */
export type Severity = "wrong" | "doubtful";

/** A result of a check, without the id of the check. */
export interface Found {
	place: FindingPlace;
	/** What exactly it is about. A dismissal holds as long as this stays the same. */
	about: string;
	/** The name of its sentence. */
	sentence: SentenceName;
	values: readonly Value[];
	/** The words that it is about, as written in the field; absent if it is not about particular words. */
	words?: string;
	/** Which occurrence of the words; the first if absent. */
	which?: "first" | "last";
	/** The fix that one click applies; absent if there is no reliable one. */
	fix?: Fix;
}

/** The names of the sentences of all checks. */
export type SentenceName =
	| "noTitle"
	| "noNote"
	| "emptyItem"
	| "noLink"
	| "twice"
	| "twiceInItem"
	| "repeat"
	| "repeatInIssue"
	| "related"
	| "tracking"
	| "wrapper"
	| "secretUser"
	| "secretToken"
	| "insecure"
	| "strangeAddress"
	| "oddMark"
	| "endsInComma"
	| "endsInDash"
	| "endsInWord"
	| "noEnd"
	| "doubledWord"
	| "placeholder"
	| "sameAsTitle"
	| "sameAsDescription"
	| "openers"
	| "oneHost"
	| "emptySection"
	| "noIntro"
	| "noFooter"
	| "fewItems"
	| "manyItems"
	| "numberBehind"
	| "numberSkips"
	| "numberOfOtherDraft"
	| "dateNotAfter"
	| "timeAhead"
	| "timePast"
	| "timeNotOnDate"
	| "timeWeekday"
	| "datePast"
	| "dateFar"
	| "weekday"
	| "noSponsor"
	| "carriedSponsor"
	| "unwrittenSponsor";
