import { reasonOf } from "../core/errors/reason.ts";
import { toConsole } from "../core/errors/to-console.ts";
import { backupFileName } from "../data/backup/backup-file.ts";
import { readBackup } from "../data/backup/backup-read.ts";
import { backupText, dump } from "../data/backup/backup-write.ts";
import { isUnused } from "../data/restore/backup-merge.ts";
import { holds } from "../extension/permissions.ts";
import { removeFile, saveFile, settled } from "../extension/saved-files.ts";
import { galleyVersion } from "../extension/version.ts";
import {
	type BackupNotes,
	backupNotes,
	type FileUnderWay,
	rememberBackup,
	type WeeklyFailure,
} from "./notes.ts";

/** The folder within Downloads. */
const FOLDER = "Galley";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** After a failure it is not tried again at every chance: each may put up a notice. */
const TRY_AGAIN_MS = 60 * 60 * 1000;

/** What could not be read back would be no better in an hour, and each leaves a file. */
const UNREADABLE = "unreadable";

/** How many weekly backups are kept. */
const KEPT = 8;

/** How long a file may take; longer, and the next chance looks what became of it. */
const PATIENCE_MS = 60_000;

/** Whoever has it makes backups; the browser takes it from a worker that it stops. */
const LOCK = "galley-backup";

/**
 * Makes the weekly backup when it is due. For every chance there is: browser start, the worker
 * waking up, the options page opening. Of several that try at once one does; one that was broken
 * off is taken up or made again. What goes wrong is remembered, for the options page to say.
 */
export async function backUpWeekly(): Promise<void> {
	await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
		if (lock) await backUpIfDue();
	});
}

async function backUpIfDue(): Promise<void> {
	let notes = await backupNotes();
	if (!notes.weekly) return;
	if (!(await holds("downloads"))) {
		await rememberBackup({ weekly: false, failure: failed("permission") });
		return;
	}
	try {
		if (notes.underWay) notes = await finish(notes.underWay);
		// One that takes its time is looked after at the next chance; a second would help nobody.
		if (notes.underWay) return;
		if (!isDue(notes, Date.now())) return;
		const backup = await dump(galleyVersion());
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
		await rememberBackup({ failure: failed(reasonOf(error)) });
	}
}

/** The clock may have been set back: a backup from the future is none to wait for. */
function isDue({ weeklyAt, failure }: BackupNotes, now: number): boolean {
	const patience = failure?.reason === UNREADABLE ? WEEK_MS : TRY_AGAIN_MS;
	const tried = failure !== null && Math.abs(now - failure.at) < patience;
	return !tried && Math.abs(now - weeklyAt) >= WEEK_MS;
}

/**
 * Waits for a file to be complete, and remembers what became of it: one that is not all there, to
 * the byte, has failed. One that cannot be read back stays, for somebody to look at, and counts for
 * nothing: the good ones before it are still needed, and are not deleted for it.
 */
async function finish({ id, at, bytes, unreadable }: FileUnderWay): Promise<BackupNotes> {
	const standing = await settled(id, PATIENCE_MS);
	if (standing.state === "underWay") return backupNotes();
	const over = { underWay: null };
	if (standing.state === "unknown") return rememberBackup(over);
	if (standing.state === "failed")
		return rememberBackup({ ...over, failure: failed(standing.reason) });
	if (standing.bytes !== bytes)
		return rememberBackup({ ...over, failure: failed("FILE_INCOMPLETE") });
	if (unreadable !== null)
		return rememberBackup({ ...over, failure: failed(UNREADABLE, unreadable) });
	const { files } = await backupNotes();
	const now = [...files, { id, path: standing.path }];
	const notes = await rememberBackup({ ...over, weeklyAt: at, failure: null, files: now });
	return (await prune(notes)) ?? notes;
}

/** Deletes the oldest files beyond those that are kept. One that is gone is not asked for again. */
async function prune({ files }: BackupNotes): Promise<BackupNotes | null> {
	const old = files.slice(0, Math.max(0, files.length - KEPT));
	if (old.length === 0) return null;
	for (const file of old) {
		await removeFile(file).catch(toConsole);
	}
	return rememberBackup({ files: files.slice(old.length) });
}

function failed(reason: string, place = ""): WeeklyFailure {
	return { at: Date.now(), reason, place };
}
