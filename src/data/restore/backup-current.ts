import type { BackupRecords } from "../backup/backup-file.ts";
import type { DraftRecord } from "../db/records.ts";
import { isOpen } from "../drafts/drafts.ts";

/** What is here once some records have been written over it, by their ids. */
export function together<R extends { id: string }>(
	here: readonly R[],
	written: readonly R[],
): Map<string, R> {
	return new Map([...here, ...written].map((record) => [record.id, record]));
}

/** The draft that clips go to, open or not. */
export function currentDraftOf({ drafts, settings }: BackupRecords): DraftRecord | undefined {
	const id = settings.find(({ key }) => key === "currentDraft")?.value;
	return drafts.find((draft) => draft.id === id);
}

/** Whether a draft can take what is clipped. */
export function takesClips(draft: DraftRecord): boolean {
	return isOpen(draft) && !draft.sample;
}

/** Whether nobody has written anything into a draft. */
export function isUntouched(id: string, { drafts, items, sponsors }: BackupRecords): boolean {
	const draft = drafts.find((one) => one.id === id);
	const isEmpty = ![...items, ...sponsors].some(({ draftId }) => draftId === id);
	return isEmpty && Object.keys(draft?.changed ?? {}).length === 0;
}

/**
 * Lets clips go on where they went to a draft that merging closes, because its issue was published
 * in the other browser: to the current draft of the backup, or the one with the lowest number.
 * Where there is none, publishing was taken back here, and the draft stays open.
 *
 * A browser that Galley was just added to has a draft nobody has touched: it gives way to the one
 * that clips went to when the backup was made.
 */
export function withCurrentDraft(
	written: BackupRecords,
	here: BackupRecords,
	backup: BackupRecords,
): BackupRecords {
	const mine = currentDraftOf(here);
	if (!mine || !isOpen(mine)) return written;
	const drafts = together(here.drafts, written.drafts);
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
	return { ...written, drafts: [...together(written.drafts, [draft]).values()] };
}
