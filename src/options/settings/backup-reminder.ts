import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import {
	type BackupNotes,
	backupNotes,
	isReminderDue,
	onBackupNotes,
	rememberBackup,
} from "../../backup/notes.ts";
import { failureSentence, type Task } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** The stored notes about backups, and whether to show the reminder. */
export interface Reminder {
	/** Null until it has been read. */
	readonly notes: ReadonlySignal<BackupNotes | null>;
	/** Whether the read has ended, with or without success. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Whether to show the reminder now. */
	readonly reminding: ReadonlySignal<boolean>;
	/** Why the notes could not be read or saved; null if there was no failure. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** Stores that a backup has just been made by hand. A failure is in `problem`. */
	made(): Promise<void>;
	/** Hides the reminder for a week. A failure is in `problem`. */
	putOff(): Promise<void>;
	/** Reads the notes and follows their changes, until the returned function is called. */
	follow(): () => void;
}

export interface ReminderEnvironment {
	/** Whether there is any data that could be lost. */
	hasSomething(): Promise<boolean>;
	/** Calls the listener regularly while the page is open, until the returned function is called. */
	onTimePassed(listener: () => void): () => void;
}

const PUT_OFF_MS = 7 * 24 * 60 * 60 * 1000;

export function createReminder({ hasSomething, onTimePassed }: ReminderEnvironment): Reminder {
	const notes = signal<BackupNotes | null>(null);
	const reminding = signal(false);
	const problem = signal<Sentence | null>(null);

	async function attempt(work: Promise<BackupNotes>, task: Task) {
		try {
			const now = await work;
			const isDue = isReminderDue(now, Date.now()) && (await hasSomething());
			batch(() => {
				problem.value = null;
				notes.value = now;
				reminding.value = isDue;
			});
		} catch (error) {
			problem.value = failureSentence(task, error);
		}
	}

	return {
		notes,
		isRead: computed(() => notes.value !== null || problem.value !== null),
		reminding,
		problem,
		made: () => attempt(rememberBackup({ madeAt: Date.now() }), "writeBackupNotes"),
		putOff: () =>
			attempt(rememberBackup({ putOffUntil: Date.now() + PUT_OFF_MS }), "writeBackupNotes"),
		follow() {
			const read = () => void attempt(backupNotes(), "readBackupNotes");
			read();
			// A page may be open for weeks without changes. Then the reminder depends only on the time.
			const ends = [
				onBackupNotes((now) => void attempt(Promise.resolve(now), "readBackupNotes")),
				onTimePassed(read),
			];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}
