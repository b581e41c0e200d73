import { changedAt, type MergeRules } from "../../core/merge/merge-rules.ts";
import type { DraftRecord, ItemRecord, SponsorRecord, Time } from "../db/records.ts";
import { keysOf } from "../links/link-keys.ts";

/** How two versions of one record are merged, by store. */
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
			// The draft of a sponsor depends on the issue it is booked for.
			draftId: (mine, theirs) =>
				changedAt(theirs, "number") > changedAt(mine, "number") ? theirs.draftId : mine.draftId,
			carriedFrom,
		},
	},
};

/**
 * A draft that is published here stays published. One that is published there becomes published here,
 * unless publishing was undone here at a later time.
 */
function publishedTime(mine: DraftRecord, theirs: DraftRecord): Time {
	const reopened = changedAt(mine, "publishedTime");
	return mine.publishedTime || (reopened > theirs.publishedTime ? 0 : theirs.publishedTime);
}

/**
 * If either side has changed its copy of a carried-over sponsor, the result is no longer marked as a copy.
 */
function carriedFrom(
	mine: SponsorRecord,
	theirs: SponsorRecord,
	merged: SponsorRecord,
): string | null {
	if (changedAt(mine, "carriedFrom") || changedAt(theirs, "carriedFrom")) return merged.carriedFrom;
	return theirs.carriedFrom === null ? null : mine.carriedFrom;
}
