import type { BackupRecords } from "../backup/backup-file.ts";
import type { DraftRecord } from "../db/records.ts";
import { isOpen } from "../drafts/drafts.ts";

/** The present records with some of them overwritten, by id. */
export function mergedById<R extends { id: string }>(
	here: readonly R[],
	written: readonly R[],
): Map<string, R> {
	return new Map([...here, ...written].map((record) => [record.id, record]));
}

/** The current draft, whether it is open or closed. */
export function currentDraftOf({ drafts, settings }: BackupRecords): DraftRecord | undefined {
	const id = settings.find(({ key }) => key === "currentDraft")?.value;
	return drafts.find((draft) => draft.id === id);
}

/** Whether clips can go to a draft. */
export function takesClips(draft: DraftRecord): boolean {
	return isOpen(draft) && !draft.sample;
}

/** Whether nothing has been written into a draft. */
export function isUntouched(id: string, { drafts, items, sponsors }: BackupRecords): boolean {
	const draft = drafts.find((one) => one.id === id);
	const isEmpty = ![...items, ...sponsors].some(({ draftId }) => draftId === id);
	return isEmpty && Object.keys(draft?.changed ?? {}).length === 0;
}

/**
 * Chooses another current draft when a merge closes the present one, because its issue was published in the
 * other browser: the current draft of the backup, or the open one with the lowest number. If there is none,
 * publishing was undone here, and the draft stays open.
 *
 * A browser in which Galley has just been installed has an untouched draft. It is replaced by the current
 * draft of the backup.
 */
export function withCurrentDraft(
	written: BackupRecords,
	here: BackupRecords,
	backup: BackupRecords,
): BackupRecords {
	const mine = currentDraftOf(here);
	if (!mine || !isOpen(mine)) return written;
	const drafts = mergedById(here.drafts, written.drafts);
	const now = drafts.get(mine.id) ?? mine;
	const open = [...drafts.values()]
		.filter(takesClips)
		.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
	const theirs = open.find(({ id }) => id === currentDraftOf(backup)?.id);
	if (!isOpen(now)) {
		const next = theirs ?? open[0];
		return next ? goingTo(next) : withDraft({ ...now, publishedTime: 0, deletedAt: 0 }, written);
	}
	const all = {
		...written,
		drafts: [...drafts.values()],
		items: [...here.items, ...written.items],
		sponsors: [...here.sponsors, ...written.sponsors],
	};
	if (!theirs || theirs.id === mine.id || !isUntouched(mine.id, all)) return written;
	return withDraft({ ...now, deletedAt: Math.max(now.createdAt, 1) }, goingTo(theirs));

	function goingTo({ id }: DraftRecord): BackupRecords {
		return { ...written, settings: [...written.settings, { key: "currentDraft", value: id }] };
	}
}

function withDraft(draft: DraftRecord, written: BackupRecords): BackupRecords {
	return { ...written, drafts: [...mergedById(written.drafts, [draft]).values()] };
}
