import { errorMessage } from "../core/errors/error-message.ts";
import { logError } from "../core/errors/log-error.ts";
import { backupFileName } from "../data/backup/backup-file.ts";
import { readBackup } from "../data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../data/backup/backup-write.ts";
import { isUnused } from "../data/restore/backup-merge.ts";
import { hasPermission } from "../extension/permissions.ts";
import { downloadEnd, removeFile, saveFile } from "../extension/saved-files.ts";
import { galleyVersion } from "../extension/version.ts";
import {
	type BackupNotes,
	backupNotes,
	type FileInProgress,
	rememberBackup,
	type WeeklyFailure,
} from "./notes.ts";

/** The folder inside Downloads. */
const FOLDER = "Galley";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The pause after a failure, because each further attempt may show a notice. */
const TRY_AGAIN_MS = 60 * 60 * 1000;

/**
 * The reason for a backup that cannot be read back. Trying again soon would not help, and each attempt
 * leaves a file.
 */
const UNREADABLE = "unreadable";

/** The number of weekly backups to keep. */
const KEPT = 8;

/** How long to wait for a file. After that, the next attempt checks its status. */
const PATIENCE_MS = 60_000;

/** The holder of this lock makes backups. The browser releases it if the worker is stopped. */
const LOCK = "galley-backup";

/**
 * Makes the weekly backup when it is due. Called at each opportunity: when the browser starts, the worker
 * starts or the options page opens. Only one of several simultaneous calls runs. An interrupted backup is
 * completed or made again. Errors are saved for the options page to show.
 */
export async function backUpWeekly(): Promise<void> {
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await backUpIfDue();
	});
}

async function backUpIfDue(): Promise<void> {
	let notes = await backupNotes();
	if (!notes.weekly) return;
	if (!(await hasPermission("downloads"))) {
		await rememberBackup({ weekly: false, failure: failed("permission") });
		return;
	}
	try {
		if (notes.underWay) notes = await finish(notes.underWay);
		// A slow download is checked at the next opportunity. A second backup would not help.
		if (notes.underWay) return;
		if (!isDue(notes, Date.now())) return;
		const backup = await dumpRecords(galleyVersion());
		if (isUnused(backup)) return;
		const text = backupText(backup);
		const again = readBackup(text);
		const unreadable = "refused" in again ? again.refused.place : null;
		const at = Date.now();
		const id = await saveFile(`${FOLDER}/${backupFileName(at)}`, text);
		const bytes = new TextEncoder().encode(text).length;
		const underWay = { id, at, bytes, unreadable };
		await rememberBackup({ underWay });
		await finish(underWay);
	} catch (error) {
		await rememberBackup({ failure: failed(errorMessage(error)) });
	}
}

/**
 * The time of the last backup may be in the future if the clock has been set back. Such a backup does not
 * count.
 */
function isDue({ weeklyAt, failure }: BackupNotes, now: number): boolean {
	const pause = failure?.reason === UNREADABLE ? WEEK_MS : TRY_AGAIN_MS;
	const tried = failure !== null && Math.abs(now - failure.at) < pause;
	return !tried && Math.abs(now - weeklyAt) >= WEEK_MS;
}

/**
 * Waits until a file is complete, and saves the result. A file whose size is not exact has failed. A file
 * that cannot be read back is kept for examination but does not count as a backup, so no earlier backup is
 * deleted for it.
 */
async function finish({ id, at, bytes, unreadable }: FileInProgress): Promise<BackupNotes> {
	const status = await downloadEnd(id, PATIENCE_MS);
	if (status.state === "underWay") return backupNotes();
	const over = { underWay: null };
	if (status.state === "unknown") return rememberBackup(over);
	if (status.state === "failed") return rememberBackup({ ...over, failure: failed(status.reason) });
	if (status.bytes !== bytes)
		return rememberBackup({ ...over, failure: failed("FILE_INCOMPLETE") });
	if (unreadable !== null)
		return rememberBackup({ ...over, failure: failed(UNREADABLE, unreadable) });
	const { files } = await backupNotes();
	const now = [...files, { id, path: status.path }];
	const notes = await rememberBackup({ ...over, weeklyAt: at, failure: null, files: now });
	return (await prune(notes)) ?? notes;
}

/** Deletes the oldest files beyond the number to keep. A file that is already gone is ignored. */
async function prune({ files }: BackupNotes): Promise<BackupNotes | null> {
	const old = files.slice(0, Math.max(0, files.length - KEPT));
	if (old.length === 0) return null;
	for (const file of old) {
		await removeFile(file).catch(logError);
	}
	return rememberBackup({ files: files.slice(old.length) });
}

function failed(reason: string, place = ""): WeeklyFailure {
	return { at: Date.now(), reason, place };
}
