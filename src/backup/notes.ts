import type { Time } from "../data/db/records.ts";
import { note, noted, onNote } from "../extension/notes.ts";
import type { SavedFile } from "../extension/saved-files.ts";

/** What is remembered of backups. It is about this browser, so it is in none of them. */
export interface BackupNotes {
	/** When Galley began to rememberBackup; from then on there is something to lose. */
	since: Time;
	/** When one was last made by hand; 0 for never. */
	madeAt: Time;
	/** Whether one is made every week. */
	weekly: boolean;
	/** When the last of those was safely on disk; 0 for never. */
	weeklyAt: Time;
	/** What went wrong with the last one, until one succeeds. */
	failure: WeeklyFailure | null;
	/** The files of the weekly ones, the oldest first. */
	files: SavedFile[];
	/** The one that is being written, or was when the worker was stopped. */
	underWay: FileUnderWay | null;
	/** Until when the editor does not want to be reminded. */
	putOffUntil: Time;
}

/** What went wrong with a weekly backup, and when. */
export interface WeeklyFailure {
	at: Time;
	/** The browser's words, `permission`, or `unreadable`. */
	reason: string;
	/** Of one that is unreadable: the place in it, as `items[3].note`; empty for other reasons. */
	place: string;
}

/** A file that is being written: the browser's number for it, when it was begun, its size. */
export interface FileUnderWay {
	id: number;
	at: Time;
	bytes: number;
	/** The place in it that Galley could not read back; null when it could read all. */
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

/** A reminder comes this long after the last backup. */
const REMIND_AFTER_MS = 14 * 24 * 60 * 60 * 1000;

/** What is remembered now. */
export async function backupNotes(): Promise<BackupNotes> {
	const notes = complete(await noted(KEY));
	if (notes.since !== 0) return notes;
	return rememberBackup({ since: Date.now() });
}

/** Remembers something more, and resolves to all that is remembered. Pages and worker take turns. */
export function rememberBackup(more: Partial<BackupNotes>): Promise<BackupNotes> {
	return navigator.locks.request(LOCK, async () => {
		const notes = { ...complete(await noted(KEY)), ...more };
		await note(KEY, notes);
		return notes;
	});
}

/** Calls `listener` with what is remembered whenever that changes, until it is ended. */
export function onBackupNotes(listener: (notes: BackupNotes) => void): () => void {
	return onNote(KEY, (value) => listener(complete(value)));
}

/** When the last backup was made, by hand or by itself; 0 for never. */
export function lastBackup({ madeAt, weeklyAt }: BackupNotes): Time {
	return Math.max(madeAt, weeklyAt);
}

/** Whether to remind of making one: none for two weeks, and not put off. */
export function isReminderDue(notes: BackupNotes, now: Time): boolean {
	const last = lastBackup(notes) || notes.since;
	return last > 0 && now - last > REMIND_AFTER_MS && now > notes.putOffUntil;
}

function complete(value: unknown): BackupNotes {
	return { ...NOTHING, ...(typeof value === "object" ? value : null) };
}
