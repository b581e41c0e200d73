import { change, type Edit } from "../db/change.ts";
import { database } from "../db/database.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import type { DraftRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { settingIn } from "../settings/settings.ts";
import { nextDraft, type Preceding, precedingIn, refuseClosed } from "./drafts.ts";
import { removeSampleIn } from "./sample-removal.ts";

/** The key of drafts that are neither published nor deleted, in the index of drafts. */
export const OPEN: [number, number] = [0, 0];

/** Every open draft, the next issue first. The sample is included. */
export async function openDrafts(): Promise<DraftRecord[]> {
	return openDraftsFrom(await readTransaction(["drafts"]));
}

/** Does the same inside a transaction. */
export async function openDraftsFrom(reading: ReadTransaction): Promise<DraftRecord[]> {
	return draftsInOrder(await reading.objectStore("drafts").index("standing").getAll(OPEN));
}

/** The open drafts without the sample, the lowest number first, inside a change. */
export async function openDraftsIn(edit: Edit): Promise<DraftRecord[]> {
	const drafts = await edit.stores.objectStore("drafts").index("standing").getAll(OPEN);
	return draftsInOrder(drafts).filter(({ sample }) => !sample);
}

/** The drafts that were deleted since a time, the most recently deleted first. */
export async function deletedDrafts(since: number): Promise<DraftRecord[]> {
	const range = IDBKeyRange.bound([0, Math.max(1, since)], [0, Number.POSITIVE_INFINITY]);
	const drafts = await (await database()).getAllFromIndex("drafts", "standing", range);
	return drafts.sort((a, b) => b.deletedAt - a.deletedAt);
}

/**
 * Creates another draft, for the issue after all published issues and open drafts. The current draft does
 * not change.
 */
export function addDraft(): Promise<DraftRecord> {
	return change("newDraft", null, async (edit) => {
		const last = (await openDraftsIn(edit)).at(-1);
		const published = await precedingIn(edit);
		const before = last && isAfter(last, published) ? last : published;
		const added = await nextDraft(edit, before, last?.footer ?? "");
		await edit.put("drafts", added);
		return added;
	});
}

/**
 * Makes a draft the one that clips go to. Rejects when it is the sample, and with `DraftClosed` when it is
 * closed.
 */
export function makeCurrent(id: string): Promise<DraftRecord> {
	return change("makeCurrent", null, async (edit) => {
		const draft = await draftIn(edit, id);
		await refuseClosed(edit, id);
		if (draft.sample) throw new Error(`Draft ${id} takes no clips.`);
		return setCurrentIn(edit, draft);
	});
}

/**
 * Marks a draft and everything in it as deleted. If it was the current draft, the open draft with the
 * lowest number becomes the current one. Rejects with `DraftClosed` when it is no longer open.
 */
export function deleteDraft(id: string): Promise<void> {
	return change("deleteDraft", null, async (edit) => {
		const draft = await draftIn(edit, id);
		if (draft.sample) return removeSampleIn(edit);
		await refuseClosed(edit, id);
		await edit.put("drafts", withDeletedAt(draft, Date.now()));
		const [next] = await openDraftsIn(edit);
		if (next && (await settingIn(edit, "currentDraft")) === id) await setCurrentIn(edit, next);
	});
}

/** Restores a deleted draft. */
export function restoreDraft(id: string): Promise<void> {
	return change("restoreDraft", null, async (edit) => {
		await edit.put("drafts", withDeletedAt(await draftIn(edit, id), 0));
	});
}

/** Makes a draft the current one, inside a change. */
export async function setCurrentIn(edit: Edit, draft: DraftRecord): Promise<DraftRecord> {
	await edit.put("settings", { key: "currentDraft", value: draft.id });
	return draft;
}

/** Reads a draft inside a change. Rejects when there is none with this id. */
export async function draftIn(edit: Edit, id: string): Promise<DraftRecord> {
	const draft = await edit.stores.objectStore("drafts").get(id);
	if (!draft) throw new Error(`There is no draft ${id}.`);
	return draft;
}

function withDeletedAt(draft: DraftRecord, deletedAt: DraftRecord["deletedAt"]): DraftRecord {
	return { ...draft, deletedAt, changed: stamped<DraftRecord>(draft.changed, { deletedAt }) };
}

/** The drafts sorted by number, then by date; the lowest number first. */
export function draftsInOrder(drafts: readonly DraftRecord[]): DraftRecord[] {
	return [...drafts].sort(
		(a, b) =>
			(a.number ?? 0) - (b.number ?? 0) ||
			compare(a.issueDate ?? "", b.issueDate ?? "") ||
			a.createdAt - b.createdAt,
	);
}

/** Whether a draft comes after the latest published issue: by number if both have one, else by date. */
function isAfter(draft: DraftRecord, published: Preceding | null): boolean {
	if (!published) return true;
	if (draft.number !== null && published.number !== null) return draft.number > published.number;
	return (draft.issueDate ?? "") > (published.issueDate ?? "");
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
