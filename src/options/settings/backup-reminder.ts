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

/** What is remembered of backups, and whether to remind of making one. */
export interface Reminder {
	/** Null until it has been read. */
	readonly notes: ReadonlySignal<BackupNotes | null>;
	/** Whether it has been read, or cannot be. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Whether to remind of a backup now. */
	readonly reminding: ReadonlySignal<boolean>;
	/** Why it could not be read, or not be noted; null for no reason. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** Remembers that one has just been made by hand. What fails is in `problem`. */
	made(): Promise<void>;
	/** No reminder for another week. What fails is in `problem`. */
	putOff(): Promise<void>;
	/** Reads what is remembered, and follows it until the returned function is called. */
	follow(): () => void;
}

export interface ReminderOutside {
	/** Whether there is anything that could be lost. */
	hasSomething(): Promise<boolean>;
	/** Calls the listener now and then while the page is open, until it is ended. */
	onTimePassed(listener: () => void): () => void;
}

const PUT_OFF_MS = 7 * 24 * 60 * 60 * 1000;

export function createReminder({ hasSomething, onTimePassed }: ReminderOutside): Reminder {
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
			// A page may be open for weeks, in which nothing is noted and the time for one comes.
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
