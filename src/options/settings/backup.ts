import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { backupFileName } from "../../data/backup/backup-file.ts";
import type { Time } from "../../data/db/records.ts";
import { before } from "../../data/restore/backup-before.ts";
import type { RestoreMode } from "../../data/restore/backup-restore.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { BackupSummary, FromBackup, ToBackup } from "../../workers/backup.ts";
import type { RunningWorker, StartWorker } from "../app/workers.ts";
import { refusalSentence } from "./backup-sentences.ts";

/** The status of creating or restoring a backup. */
export type BackupStatus =
	| { kind: "none" }
	| { kind: "making" }
	| { kind: "reading" }
	/** A file has been read. Nothing has been changed yet. */
	| { kind: "chosen"; name: string; summary: BackupSummary }
	| { kind: "restoring"; mode: RestoreMode | "takeBack" }
	/** The result, success or failure. It stays until the next operation. */
	| { kind: "done"; sentence: Sentence }
	| { kind: "failed"; sentence: Sentence };

/** Creates and restores backups by hand. */
export interface Backups {
	readonly status: ReadonlySignal<BackupStatus>;
	/** When the data from before the last restore was saved; null if there is none. */
	readonly keptBefore: ReadonlySignal<Time | null>;
	make(): Promise<void>;
	/** Reads a file, to show what restoring it would change. */
	choose(name: string, file: Blob): Promise<void>;
	restore(mode: RestoreMode): Promise<void>;
	takeBack(): Promise<void>;
	putAway(): void;
	/** Whether it is known if there is data from before the last restore. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Reads whether there is data from before the last restore. */
	readKept(): Promise<void>;
}

interface BackupEnvironment {
	startWorker: StartWorker<ToBackup, FromBackup>;
	download(fileName: string, file: Blob): void;
	/** The version of Galley. */
	galley: string;
	/** Saves the typed text of this page before the data is read or replaced. */
	flush(): Promise<void>;
	/** Stores that a backup was made by hand. */
	made(): Promise<void>;
}

export function createBackups(environment: BackupEnvironment): Backups {
	const status = signal<BackupStatus>({ kind: "none" });
	const keptBefore = signal<Time | null>(null);
	const isRead = signal(false);
	let worker: RunningWorker<ToBackup> | null = null;
	let answerWith: ((answer: FromBackup) => void) | null = null;

	/** Sends a request to the worker. The worker is kept while it holds a file that was read. */
	function ask(question: ToBackup): Promise<FromBackup> {
		return new Promise((resolve) => {
			answerWith = resolve;
			worker ??= environment.startWorker(
				(answer) => answerWith?.(answer),
				(failed) => answerWith?.({ failed }),
			);
			worker.post(question);
		});
	}

	function end(now: BackupStatus): void {
		worker?.end();
		worker = null;
		status.value = now;
	}

	async function readKept(): Promise<void> {
		const kept = await before().catch(() => null);
		batch(() => {
			keptBefore.value = kept?.at ?? null;
			isRead.value = true;
		});
	}

	const isBusy = () => ["making", "reading", "restoring"].includes(status.peek().kind);

	/** Runs one operation. Any unexpected result or error is reported as a failure. */
	async function run(
		during: BackupStatus,
		question: () => ToBackup,
		after: (answer: FromBackup) => Promise<BackupStatus | null>,
	): Promise<void> {
		if (isBusy()) return;
		status.value = during;
		try {
			await environment.flush();
			const answer = await ask(question());
			const now = await after(answer);
			if (now?.kind === "chosen") status.value = now;
			else end(now ?? { kind: "failed", sentence: failureIn(answer) });
		} catch (error) {
			end({ kind: "failed", sentence: failureSentence("backup", error) });
		}
	}

	async function restored(answer: FromBackup, said: Sentence): Promise<BackupStatus | null> {
		if (!("restored" in answer)) return null;
		await readKept();
		return { kind: "done", sentence: said };
	}

	return {
		status,
		keptBefore,
		isRead,
		readKept,
		make: () =>
			run(
				{ kind: "making" },
				() => ({ make: { galley: environment.galley } }),
				async (answer) => {
					if (!("made" in answer)) return null;
					environment.download(backupFileName(Date.now()), answer.made);
					if (answer.unreadable) {
						const { place } = answer.unreadable;
						return { kind: "failed", sentence: sentence("backupMadeUnreadable", place) };
					}
					await environment.made();
					return { kind: "done", sentence: sentence("backupMade") };
				},
			),
		choose: (name, file) =>
			run(
				{ kind: "reading" },
				() => ({ read: file }),
				async (answer) =>
					"read" in answer ? { kind: "chosen", name, summary: answer.read } : null,
			),
		async restore(mode) {
			if (status.peek().kind !== "chosen") return;
			await run(
				{ kind: "restoring", mode },
				() => ({ restore: { mode, galley: environment.galley } }),
				(answer) =>
					restored(answer, sentence(mode === "merge" ? "backupMerged" : "backupReplaced")),
			);
		},
		takeBack: () =>
			run(
				{ kind: "restoring", mode: "takeBack" },
				() => ({ undoRestore: { galley: environment.galley } }),
				(answer) => restored(answer, sentence("backupTakenBack")),
			),
		putAway() {
			if (!isBusy()) end({ kind: "none" });
		},
	};
}

function failureIn(answer: FromBackup): Sentence {
	if ("refused" in answer) return refusalSentence(answer.refused);
	if ("failed" in answer) return failureSentence("backup", answer.failed);
	return failureSentence("backup", Object.keys(answer).join());
}
