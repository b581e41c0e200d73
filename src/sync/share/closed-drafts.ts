import { sameJson } from "../../core/json/same-json.ts";
import { contentFields } from "../../core/merge/merge-record.ts";
import { fieldOf, isDeleted } from "../../core/merge/merge-rules.ts";
import type { MergedVersions, SharedRecord } from "./shared-records.ts";

/** Both versions of a draft, and the merged one. */
interface DraftVersions {
	mine: SharedRecord | undefined;
	theirs: SharedRecord | undefined;
	merged: SharedRecord | undefined;
}

/** Whether a draft was published or deleted, so that nothing can be added to it. */
export function isClosed(draft: SharedRecord | undefined): boolean {
	return Boolean(draft && (draft.publishedTime || isDeleted(draft)));
}

/** Fields that do not change the words of an item or a sponsor. */
const PLACING: ReadonlySet<string> = new Set(["draftId", "section", "place", "keys"]);

/**
 * The items and sponsors that a merge would hide: those that one machine added to a draft, or reworded,
 * while another machine published or deleted that draft. They were not part of the issue, and a closed
 * draft is no longer shown.
 */
export function strayRecords(
	merges: readonly MergedVersions[],
	draftOf: (id: string) => DraftVersions,
): MergedVersions[] {
	return merges.filter(({ mine, theirs, merged }) => {
		const { draftId } = merged;
		if (typeof draftId !== "string" || isDeleted(merged)) return false;
		const draft = draftOf(draftId);
		if (!isClosed(draft.merged)) return false;
		const isHeldHere = isClosed(draft.mine) && isHeld(mine, merged);
		return !isHeldHere && !(isClosed(draft.theirs) && isHeld(theirs, merged));
	});
}

/** Whether this version of a record was in its draft with the words it has now. */
function isHeld(then: SharedRecord | undefined, now: SharedRecord): boolean {
	if (!then || then.draftId !== now.draftId || isDeleted(then)) return false;
	return contentFields(then, now).every(
		(field) => PLACING.has(field) || sameJson(fieldOf(then, field), fieldOf(now, field)),
	);
}
