import type { IDBPTransaction, StoreNames } from "idb";
import { sameJson } from "../../core/json/same-json.ts";
import { mentionRecordsOf } from "../archive/mention-records.ts";
import { keepMentions } from "../archive/mentions.ts";
import {
	BACKUP_STORES,
	type Backup,
	type BackupRecords,
	type BackupStore,
} from "../backup/backup-file.ts";
import { readTrustedBackup } from "../backup/backup-read.ts";
import { dumpRecords, recordsIn } from "../backup/backup-write.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import { isSharing, SHARE_STATE } from "../db/outbox.ts";
import type { GalleySchema } from "../db/schema.ts";
import { before, forgetBefore, keepBefore, keptKeys, nameKept } from "./backup-before.ts";
import { mergeBackup } from "./backup-merge.ts";

/** How a backup is restored: it is merged with the present records, or replaces them. */
export type RestoreMode = "merge" | "replace";

const STORES = [
	"drafts",
	"items",
	"sponsors",
	"archive",
	"mentions",
	"derived",
	"settings",
	"typed",
	"history",
	"sharing",
] satisfies StoreNames<GalleySchema>[];

type Restoring = IDBPTransaction<GalleySchema, typeof STORES, "readwrite">;

/** How many times to try again when the records change between saving and replacing them. */
const TRIES = 5;

/**
 * Restores a backup in one transaction. The present records are saved first, so that `undoRestore` can
 * bring them back. If the restore fails, earlier restores can still be undone. The history is cleared,
 * because its steps do not fit the restored records.
 *
 * @param galley the version of Galley, stored with the saved records
 */
export async function restore(backup: Backup, mode: RestoreMode, galley: string): Promise<void> {
	for (let tried = 0; tried < TRIES; tried += 1) {
		const here = await dumpRecords(galley);
		const key = await keepBefore(here);
		let dropped: readonly string[] | null = null;
		try {
			dropped = await inOneTransaction(async (transaction) => {
				const now = await recordsIn(transaction);
				if (!BACKUP_STORES.every((store) => sameJson(now[store], here[store]))) return null;
				const kept = await keptKeys(transaction);
				await write(transaction, mode === "merge" ? mergeBackup(now, backup) : backup, mode);
				return nameKept(transaction, [...kept, key]);
			});
		} finally {
			await forgetBefore(dropped ?? [key]);
		}
		if (dropped) return announce(STORES);
	}
	throw new Error("Galley is being written to all the time, in another tab maybe.");
}

/**
 * Undoes the last restore that has not been undone, in one transaction. The saved records are deleted only
 * after it has completed. Rejects when there are none.
 */
export async function undoRestore(): Promise<void> {
	const kept = await before();
	if (!kept) throw new Error("Nothing is kept of what was here before.");
	const records = readTrustedBackup(kept.text);
	await inOneTransaction(async (transaction) => {
		const keys = await keptKeys(transaction);
		if (keys.at(-1) !== kept.key) throw new Error("Another page has restored or taken back.");
		await write(transaction, records, "replace");
		await nameKept(transaction, keys.slice(0, -1));
	});
	await forgetBefore([kept.key]);
	announce(STORES);
}

/**
 * Runs `work` in one transaction and resolves when it is safely on disk. On an error, nothing is changed.
 */
async function inOneTransaction<T>(work: (transaction: Restoring) => Promise<T>): Promise<T> {
	const transaction = (await database()).transaction(STORES, "readwrite", {
		durability: "strict",
	});
	try {
		const result = await work(transaction);
		await transaction.done;
		return result;
	} catch (error) {
		abort(transaction);
		await transaction.done.catch(() => {});
		throw error;
	}
}

async function write(
	transaction: Restoring,
	records: BackupRecords,
	mode: RestoreMode,
): Promise<void> {
	if (mode === "replace") {
		await Promise.all([...BACKUP_STORES, "mentions" as const].map((store) => clear(store)));
	}
	// Waiting once for all writes is several times faster than waiting for each one.
	await Promise.all(BACKUP_STORES.flatMap((store) => records[store].map((one) => put(store, one))));
	const mentions = transaction.objectStore("mentions");
	if (mode === "replace") {
		await Promise.all(
			records.archive.flatMap(mentionRecordsOf).map((mention) => mentions.put(mention)),
		);
	} else {
		for (const issue of records.archive) await keepMentions(transaction, issue.id, issue);
	}
	await transaction.objectStore("derived").delete("search");
	await transaction.objectStore("derived").delete("overview");
	await transaction.objectStore("history").clear();
	// All restored records must be merged with those on the shared branch.
	if (await isSharing(transaction)) {
		await transaction.objectStore("sharing").put({ base: null }, SHARE_STATE);
	}

	function clear(store: BackupStore | "mentions"): Promise<void> {
		return transaction.objectStore(store).clear();
	}
	// Async, so that an exception from `put` becomes a rejection like the others.
	async function put(store: BackupStore, record: BackupRecords[BackupStore][number]) {
		await transaction.objectStore(store).put(record as never);
	}
}

function abort(transaction: Restoring): void {
	try {
		transaction.abort();
	} catch {
		// The browser has already aborted it.
	}
}
