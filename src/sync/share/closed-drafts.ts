import { sameJson } from "../../core/json/same-json.ts";
import { contentFields } from "../../core/merge/merge-record.ts";
import { fieldOf, isDeleted } from "../../core/merge/merge-rules.ts";
import type { MergedVersions, SharedRecord } from "./shared-records.ts";

/** Both states of a draft, and what came of them. */
interface DraftVersions {
	mine: SharedRecord | undefined;
	theirs: SharedRecord | undefined;
	merged: SharedRecord | undefined;
}

/** Whether nothing more can be added to a draft: it was published, or deleted. */
export function isClosed(draft: SharedRecord | undefined): boolean {
	return Boolean(draft && (draft.publishedTime || isDeleted(draft)));
}

/** Fields that do not change what an item or a sponsor says. */
const PLACING: ReadonlySet<string> = new Set(["draftId", "section", "place", "keys"]);

/**
 * The items and sponsors that merging would put out of sight: what one machine added to a draft, or
 * worded anew, while another published or deleted it. It was not in the issue, and nobody looks
 * into such a draft.
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

/** Whether a record was in its draft in this state, with the words it has now. */
function isHeld(then: SharedRecord | undefined, now: SharedRecord): boolean {
	if (!then || then.draftId !== now.draftId || isDeleted(then)) return false;
	return contentFields(then, now).every(
		(field) => PLACING.has(field) || sameJson(fieldOf(then, field), fieldOf(now, field)),
	);
}
