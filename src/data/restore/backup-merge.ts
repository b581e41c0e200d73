import { sameJson } from "../../core/json/same-json.ts";
import { mergeByTimes } from "../../core/merge/merge-by-times.ts";
import type { MergeRules } from "../../core/merge/merge-rules.ts";
import { separateOrder } from "../../core/merge/separate-order.ts";
import { type BackupRecords, type BackupStore, byStore } from "../backup/backup-file.ts";
import type { TypedClip } from "../db/records.ts";
import { isOpen } from "../drafts/drafts.ts";
import { RECORD_RULES } from "../merge/record-rules.ts";
import { isChosen } from "../settings/setting-defaults.ts";
import { isUntouched, together, withCurrentDraft } from "./backup-current.ts";
import { withHomes } from "./backup-homes.ts";
import { matched } from "./backup-match.ts";

/**
 * The records to be written so that what is here and a backup are one: those that are new, and
 * those that change by it. Nothing that is here is taken away, and nothing that is new is put
 * where nobody would find it.
 *
 * Where a record is in both, each of its parts is the one that was changed later; where that is
 * not known or the same, the one that is here. An issue of the archive is matched by its number.
 * Settings and what has been learned know of no time: they stay as they are here.
 *
 * @param now the time at which this is done
 */
export function merged(
	here: BackupRecords,
	backup: BackupRecords,
	now = Date.now(),
): BackupRecords {
	const both = byStore((store) =>
		matched(store, here, backup).flatMap(({ mine, theirs }) => {
			if (!mine) return [theirs];
			const joined = join(store, mine, theirs);
			return sameJson(joined, mine) ? [] : [joined];
		}),
	) as unknown as BackupRecords;
	const settled = withOwnIds(withCurrentDraft(both, here, backup), here);
	return withRoom(withHomes(settled, here, backup, now), here);
}

/** One record of two states of it. What knows of no times stays as it is here. */
function join(store: BackupStore, mine: object, theirs: object): object {
	if (store === "drafts" || store === "items" || store === "sponsors") {
		return mergeByTimes(mine, theirs, RECORD_RULES[store] as MergeRules<object>, "drop").record;
	}
	if (store !== "typed") return mine;
	const typedAt = (clip: object) => (clip as TypedClip).typedAt;
	return typedAt(theirs) > typedAt(mine) ? theirs : mine;
}

/**
 * Gives an issue an id of its own where its id is that of another one here, or of a draft that is
 * open and will have it when it is published: a draft that was published a second time.
 */
function withOwnIds(written: BackupRecords, here: BackupRecords): BackupRecords {
	const open = [...together(here.drafts, written.drafts).values()].filter(isOpen);
	const taken = new Set([...here.archive, ...open].map(({ id }) => id));
	const archive = written.archive.map((issue) =>
		taken.has(issue.id) ? { ...issue, id: crypto.randomUUID() } : issue,
	);
	return { ...written, archive };
}

/** The items that are written, and those that have to give way to them. */
function withRoom(written: BackupRecords, here: BackupRecords): BackupRecords {
	const moved = separateOrder(
		[...together(here.items, written.items).values()],
		({ draftId, section }) => JSON.stringify([draftId, section]),
	);
	return { ...written, items: [...together(written.items, moved).values()] };
}

/** Whether nothing is here that the editor would miss: so a backup may take its place. */
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
