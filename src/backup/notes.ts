import type { Time } from "../data/db/records.ts";
import { onNote, readNote, writeNote } from "../extension/notes.ts";
import type { SavedFile } from "../extension/saved-files.ts";

/** Data about the backups of this browser. It is not part of a backup. */
export interface BackupNotes {
	/** When these notes were first saved. Until the first backup, reminders are counted from then. */
	since: Time;
	/** When the last backup was made by hand; 0 for never. */
	madeAt: Time;
	/** Whether a backup is made every week. */
	weekly: boolean;
	/** When the last weekly backup was safely on disk; 0 for never. */
	weeklyAt: Time;
	/** The error of the last weekly backup; null after a successful one. */
	failure: WeeklyFailure | null;
	/** The files of the weekly backups, the oldest first. */
	files: SavedFile[];
	/** The file that is being written, or was being written when the worker was stopped. */
	underWay: FileInProgress | null;
	/** The time until which the editor does not want to be reminded. */
	putOffUntil: Time;
}

/** The error of a weekly backup, and its time. */
export interface WeeklyFailure {
	at: Time;
	/** The browser's error name, `permission`, or `unreadable`. */
	reason: string;
	/** For `unreadable`, the place in the backup, such as `items[3].note`; otherwise empty. */
	place: string;
}

/** A file that is being written: the browser's id of the download, when it was started, and its size. */
export interface FileInProgress {
	id: number;
	at: Time;
	bytes: number;
	/** The place in it that Galley could not read back; null if everything could be read. */
	unreadable: string | null;
}

const KEY = "backups";
const LOCK = "galley-backup-notes";

const NOTHING: BackupNotes = {
	since: 0,
	madeAt: 0,
	weekly: false,
	weeklyAt: 0,
	failure: null,
	files: [],
	underWay: null,
	putOffUntil: 0,
};

/** How long after the last backup a reminder is shown. */
const REMIND_AFTER_MS = 14 * 24 * 60 * 60 * 1000;

export async function backupNotes(): Promise<BackupNotes> {
	const notes = complete(await readNote(KEY));
	if (notes.since !== 0) return notes;
	return rememberBackup({ since: Date.now() });
}

/**
 * Saves some of the notes, and resolves to all of them. A lock prevents pages and the worker from writing
 * at the same time.
 */
export function rememberBackup(more: Partial<BackupNotes>): Promise<BackupNotes> {
	return navigator.locks.request(LOCK, async () => {
		const notes = { ...complete(await readNote(KEY)), ...more };
		await writeNote(KEY, notes);
		return notes;
	});
}

/** Calls `listener` with the notes whenever they change, until the returned function is called. */
export function onBackupNotes(listener: (notes: BackupNotes) => void): () => void {
	return onNote(KEY, (value) => listener(complete(value)));
}

/** When the last backup was made, by hand or automatically; 0 for never. */
export function lastBackup({ madeAt, weeklyAt }: BackupNotes): Time {
	return Math.max(madeAt, weeklyAt);
}

/** Whether to remind the editor: there was no backup for two weeks, and the reminder was not postponed. */
export function isReminderDue(notes: BackupNotes, now: Time): boolean {
	const last = lastBackup(notes) || notes.since;
	return last > 0 && now - last > REMIND_AFTER_MS && now > notes.putOffUntil;
}

function complete(value: unknown): BackupNotes {
	return { ...NOTHING, ...(typeof value === "object" ? value : null) };
}
