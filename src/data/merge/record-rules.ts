import { changedAt, type MergeRules } from "../../core/merge/merge-rules.ts";

import type { DraftRecord, ItemRecord, SponsorRecord, Time } from "../db/records.ts";
import { keysOf } from "../links/link-keys.ts";

/** How two states of one record are merged, by the store it is in. */
export const RECORD_RULES: {
	drafts: MergeRules<DraftRecord>;
	items: MergeRules<ItemRecord>;
	sponsors: MergeRules<SponsorRecord>;
} = {
	drafts: {
		choices: ["number", "issueDate", "publishedAt", "waved", "publishedTime", "sample"],
		withoutAncestor: { publishedTime },
	},
	items: {
		choices: ["draftId", "section", "keys", "asWritten"],
		order: ["place"],
		derive: (item) => ({ ...item, keys: keysOf(item.links) }),
	},
	sponsors: {
		choices: ["draftId", "carriedFrom", "atFoot", "number", "issueDate"],
		order: ["place"],
		withoutAncestor: {
			// Whose a sponsor is changes with the issue it is booked for.
			draftId: (mine, theirs) =>
				changedAt(theirs, "number") > changedAt(mine, "number") ? theirs.draftId : mine.draftId,
			carriedFrom,
		},
	},
};

/**
 * What was published here stays so: it is the archive's. What was published there is so here too,
 * unless it was open here at a later time, because publishing was taken back.
 */
function publishedTime(mine: DraftRecord, theirs: DraftRecord): Time {
	const reopened = changedAt(mine, "publishedTime");
	return mine.publishedTime || (reopened > theirs.publishedTime ? 0 : theirs.publishedTime);
}

/** Nobody touches a repetition without making it the issue's own, wherever that was. */
function carriedFrom(
	mine: SponsorRecord,
	theirs: SponsorRecord,
	merged: SponsorRecord,
): string | null {
	if (changedAt(mine, "carriedFrom") || changedAt(theirs, "carriedFrom")) return merged.carriedFrom;
	return theirs.carriedFrom === null ? null : mine.carriedFrom;
}
