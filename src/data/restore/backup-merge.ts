import { sameJson } from "../../core/json/same-json.ts";
import { mergeByTimes } from "../../core/merge/merge-by-times.ts";
import type { MergeRules } from "../../core/merge/merge-rules.ts";
import { separateEqualPlaces } from "../../core/merge/separate-equal-places.ts";
import { type BackupRecords, type BackupStore, byStore } from "../backup/backup-file.ts";
import type { TypedClip } from "../db/records.ts";
import { isOpen } from "../drafts/drafts.ts";
import { RECORD_RULES } from "../merge/record-rules.ts";
import { isChosen } from "../settings/setting-defaults.ts";
import { isUntouched, mergedById, withCurrentDraft } from "./backup-current.ts";
import { matchRecords } from "./backup-match.ts";
import { moveStrayRecords } from "./move-stray-records.ts";

/**
 * The records to write in order to merge a backup into the present records: new records and records that
 * change. Nothing present is removed, and nothing new goes where it would not be found.
 *
 * If a record is in both, the later version of each part is used; if the times are equal or unknown, the
 * present one. Issues of the archive are matched by number. Settings and learned data have no times, so the
 * present ones are kept.
 *
 * @param now the time of the merge
 */
export function mergeBackup(
	here: BackupRecords,
	backup: BackupRecords,
	now = Date.now(),
): BackupRecords {
	const both = byStore((store) =>
		matchRecords(store, here, backup).flatMap(({ mine, theirs }) => {
			if (!mine) return [theirs];
			const joined = mergeRecord(store, mine, theirs);
			return sameJson(joined, mine) ? [] : [joined];
		}),
	) as unknown as BackupRecords;
	const unique = withOwnIds(withCurrentDraft(both, here, backup), here);
	return withSeparatePlaces(moveStrayRecords(unique, here, backup, now), here);
}

/** Merges two versions of one record. The present version of records without times is kept. */
function mergeRecord(store: BackupStore, mine: object, theirs: object): object {
	if (store === "drafts" || store === "items" || store === "sponsors") {
		return mergeByTimes(mine, theirs, RECORD_RULES[store] as MergeRules<object>, "drop").record;
	}
	if (store !== "typed") return mine;
	const typedAt = (clip: object) => (clip as TypedClip).typedAt;
	return typedAt(theirs) > typedAt(mine) ? theirs : mine;
}

/**
 * Gives an issue a new id if its id is already used by another issue here, or by an open draft that will
 * need it when it is published. This happens when a draft is published a second time.
 */
function withOwnIds(written: BackupRecords, here: BackupRecords): BackupRecords {
	const open = [...mergedById(here.drafts, written.drafts).values()].filter(isOpen);
	const taken = new Set([...here.archive, ...open].map(({ id }) => id));
	const archive = written.archive.map((issue) =>
		taken.has(issue.id) ? { ...issue, id: crypto.randomUUID() } : issue,
	);
	return { ...written, archive };
}

/** Adds those items whose places must change because another item has the same place. */
function withSeparatePlaces(written: BackupRecords, here: BackupRecords): BackupRecords {
	const moved = separateEqualPlaces(
		[...mergedById(here.items, written.items).values()],
		({ draftId, section }) => JSON.stringify([draftId, section]),
	);
	return { ...written, items: [...mergedById(written.items, moved).values()] };
}

/** Whether there are no records that the editor would miss, so that a backup may replace them. */
export function isUnused(here: BackupRecords): boolean {
	const real = (draft: { id: string; sample: boolean }) =>
		!draft.sample && !isUntouched(draft.id, here);
	const samples = new Set(here.drafts.filter(({ sample }) => sample).map(({ id }) => id));
	const own = ({ draftId }: { draftId: string | null }) => !samples.has(draftId ?? "");
	return (
		here.archive.length === 0 &&
		here.typed.length === 0 &&
		!here.settings.some(isChosen) &&
		!here.drafts.some(real) &&
		!here.items.some(own) &&
		!here.sponsors.some(own)
	);
}
