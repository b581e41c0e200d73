/** The backup worker. Reading and comparing a large backup would block the page. */
import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import type { Backup, BackupCounts } from "../data/backup/backup-file.ts";
import { type Refusal, readBackup, readBackupFile } from "../data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../data/backup/backup-write.ts";
import { setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type Differences, differences } from "../data/restore/backup-match.ts";
import { isUnused } from "../data/restore/backup-merge.ts";
import { type RestoreMode, restore, undoRestore } from "../data/restore/backup-restore.ts";

/** Messages from the page; `galley` is the version that is written into a backup. */
export type ToBackup =
	| { make: { galley: string } }
	| { read: Blob }
	/** Restores the backup that was read last. */
	| { restore: { mode: RestoreMode; galley: string } }
	/** Undoes the last restore. */
	| { undoRestore: { galley: string } };

/** The content of a backup file that was read, and what restoring it would change. */
export interface BackupSummary {
	madeAt: string;
	galley: string;
	counts: BackupCounts;
	differences: Differences;
	/** Whether there is no present data that could be lost. */
	unused: boolean;
}

export type FromBackup =
	/**
	 * `unreadable` is what Galley itself would refuse in the file it has made; null if there is nothing.
	 */
	| { made: Blob; counts: BackupCounts; unreadable: Refusal | null }
	| { read: BackupSummary }
	| { refused: Refusal }
	| { restored: true }
	| { failed: ErrorDescription };

setUpgrade(UPGRADES);
// The page has already opened the database. If it is missing now, it must not be created again.
watchDatabase(() => {}, true);

let chosen: Backup | null = null;

addEventListener("message", async ({ data }: MessageEvent<ToBackup>) => {
	try {
		postMessage(await answer(data));
	} catch (error) {
		postMessage({ failed: describeError(error) } satisfies FromBackup);
	}
});

async function answer(asked: ToBackup): Promise<FromBackup> {
	if ("make" in asked) return make(asked.make.galley);
	if ("read" in asked) return read(asked.read);
	if ("undoRestore" in asked) {
		await undoRestore();
		return { restored: true };
	}
	if (!chosen) throw new Error("No backup has been read.");
	await restore(chosen, asked.restore.mode, asked.restore.galley);
	return { restored: true };
}

async function make(galley: string): Promise<FromBackup> {
	const backup = await dumpRecords(galley);
	const text = backupText(backup);
	const again = readBackup(text);
	return {
		made: new Blob([text], { type: "application/json" }),
		counts: backup.counts,
		unreadable: "refused" in again ? again.refused : null,
	};
}

async function read(file: Blob): Promise<FromBackup> {
	chosen = null;
	const result = await readBackupFile(file);
	if ("refused" in result) return result;
	const here = await dumpRecords("");
	chosen = result.backup;
	const { madeAt, galley, counts } = chosen;
	return {
		read: {
			madeAt,
			galley,
			counts,
			differences: differences(here, chosen),
			unused: isUnused(here),
		},
	};
}
