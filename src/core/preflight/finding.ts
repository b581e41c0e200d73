/** What preflight finds, and where a check begins. */

import type { Fix } from "./fix.ts";

/** Where a finding leads: the field or part of the draft that it is about. */
export type FindingPlace =
	| { at: "item"; id: string; field: "title" | "note" | "links" }
	| { at: "draft"; field: "number" | "issueDate" | "publishedAt" | "intro" | "footer" }
	/** `id` is empty for a sponsor that is missing. */
	| { at: "sponsor"; id: string; field: "name" | "note" | "links" }
	| { at: "section"; id: string };

/** A day such as `2019-12-15`, or a weekday from 0 for Sunday, is put into words where it is shown. */
export type Value = string | number | { day: string } | { weekday: number };

/** `wrong` is hardly ever meant; `doubtful` is for the editor to judge. */
export type Severity = "wrong" | "doubtful";

/** What one check has to say, before it is known which check it was. */
export interface Found {
	place: FindingPlace;
	/** What exactly it is about: letting it pass holds as long as this is the same. */
	about: string;
	/** The sentence it is said with. */
	says: Says;
	values: readonly Value[];
	/** The words it is about, as they stand in the field of its place; absent where it is about none. */
	words?: string;
	/** Which of several such words; the first when absent. */
	which?: "first" | "last";
	/** What one click can do about it, where that is certain. */
	fix?: Fix;
}

/** The sentences of all checks, by name. */
export type Says =
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
