import { issueLabel } from "../../core/archive/issue-label.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { fieldOf } from "../../core/merge/merge-rules.ts";
import { change, type Edit } from "../db/change.ts";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { DraftClosed } from "./draft-closed.ts";

/** An earlier state of an open draft: its record, and the items and sponsors that were in it. */
export interface DraftState {
	draft: DraftRecord;
	items: ItemRecord[];
	sponsors: SponsorRecord[];
}

/** What restoring a state did, in numbers of records. */
interface StateRestored {
	/** Records that were changed or created, including the draft itself. */
	changed: number;
	/** Items and sponsors that are deleted now, because the state does not have them. */
	deleted: number;
	/** Records that stay where they are, because they were published in another issue since. */
	published: number;
}

/** The fields of each kind of record that are restored. */
const FIELDS = {
	drafts: ["number", "issueDate", "publishedAt", "intro", "footer", "fields", "standing", "waved"],
	items: ["draftId", "section", "place", "title", "note", "links", "slots", "asWritten", "keys"],
	sponsors: [
		...["draftId", "place", "name", "note", "links", "heading", "atFoot"],
		...["number", "issueDate", "carriedFrom"],
	],
} as const;

type RestoredStore = "items" | "sponsors";

/**
 * Restores an earlier state of a draft, as one step of Undo. What is in the draft now and not in the state
 * is marked as deleted, so that items go to the bin. A deleted draft is open again. Rejects with
 * `DraftClosed` when the draft was published since.
 */
export function restoreDraftState(state: DraftState): Promise<StateRestored> {
	return change("restoreState", null, async (edit) => {
		const done: StateRestored = { changed: 0, deleted: 0, published: 0 };
		const { id } = state.draft;
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (draft && draft.publishedTime !== 0) throw new DraftClosed(issueLabel(draft), false);
		const restored = draft ? withFieldsOf(draft, state.draft, FIELDS.drafts) : state.draft;
		if (restored !== draft) {
			await edit.put("drafts", restored);
			done.changed += 1;
		}
		await restoreRecords(edit, "items", id, state.items, done);
		await restoreRecords(edit, "sponsors", id, state.sponsors, done);
		return done;
	});
}

async function restoreRecords(
	edit: Edit,
	store: RestoredStore,
	draftId: string,
	wanted: readonly (ItemRecord | SponsorRecord)[],
	done: StateRestored,
): Promise<void> {
	const stored = edit.stores.objectStore(store);
	const ids = new Set(wanted.map(({ id }) => id));
	for (const now of await stored.index("draft").getAll(draftId)) {
		if (now.deletedAt !== null || ids.has(now.id)) continue;
		await edit.put(store, withFieldsOf(now, { ...now, deletedAt: Date.now() }, []));
		done.deleted += 1;
	}
	for (const record of wanted) {
		const now = await stored.get(record.id);
		if (now && now.draftId !== draftId && (await isPublished(edit, now.draftId))) {
			done.published += 1;
			continue;
		}
		// The bin deletes items permanently after a time, so the record may not exist any more.
		const restored = now ? withFieldsOf(now, record, FIELDS[store]) : record;
		if (restored === now) continue;
		await edit.put(store, restored);
		done.changed += 1;
	}
}

async function isPublished(edit: Edit, draftId: string | null): Promise<boolean> {
	const draft = draftId === null ? null : await edit.stores.objectStore("drafts").get(draftId);
	return Boolean(draft && draft.publishedTime !== 0);
}

/**
 * A record with some fields and `deletedAt` of an earlier version, and the present time for those that
 * differ; the same object if none does.
 */
function withFieldsOf<R extends DraftRecord | ItemRecord | SponsorRecord>(
	now: R,
	earlier: R,
	names: readonly string[],
): R {
	const differing = [...names, "deletedAt"].filter(
		(name) => !sameJson(fieldOf(now, name), fieldOf(earlier, name)),
	);
	if (differing.length === 0) return now;
	const fields = Object.fromEntries(differing.map((name) => [name, fieldOf(earlier, name)]));
	return { ...now, ...fields, changed: stamped<object>(now.changed, fields) };
}
