import type { IDBPTransaction } from "idb";
import { keepBefore } from "./backup-before.ts";
import { BACKUP_STORES, type Backup, type BackupRecords, type BackupStore } from "./backup-file.ts";
import { merged } from "./backup-merge.ts";
import { dump, recordsIn } from "./backup-write.ts";
import { announce } from "./changes.ts";
import { database, type GalleySchema } from "./database.ts";
import { mentionRecordsOf } from "./mention-records.ts";
import { keepMentions } from "./mentions.ts";
import { sameJson } from "./same-json.ts";

/** How a backup is restored: joined with what is here, or in place of all of it. */
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
] as const;

type Restoring = IDBPTransaction<GalleySchema, typeof STORES, "readwrite">;

/** How often a change may come in between what is kept and what is written. */
const TRIES = 5;

/**
 * Restores a backup in one transaction: all of it or nothing. What was here is kept first, as it
 * is at that moment, to be brought back by restoring it in turn. The steps of Undo are forgotten:
 * they would put pieces of what was into what is now.
 *
 * @param galley the version of Galley, for what is kept
 */
export async function restore(backup: Backup, mode: RestoreMode, galley: string): Promise<void> {
	for (let tried = 0; tried < TRIES; tried += 1) {
		const here = await dump(galley);
		await keepBefore(here);
		const transaction = (await database()).transaction(STORES, "readwrite", {
			durability: "strict",
		});
		try {
			const now = await recordsIn(transaction);
			const isKept = BACKUP_STORES.every((store) => sameJson(now[store], here[store]));
			if (isKept) {
				await write(transaction, now, backup, mode);
				await transaction.done;
				announce(STORES);
				return;
			}
			transaction.abort();
			await transaction.done.catch(() => {});
		} catch (error) {
			abort(transaction);
			await transaction.done.catch(() => {});
			throw error;
		}
	}
	throw new Error("Galley is being written to all the time, in another tab maybe.");
}

async function write(
	transaction: Restoring,
	here: BackupRecords,
	backup: Backup,
	mode: RestoreMode,
): Promise<void> {
	const records = mode === "merge" ? merged(here, backup) : backup;
	if (mode === "replace") {
		await Promise.all([...BACKUP_STORES, "mentions" as const].map((store) => clear(store)));
	}
	// One wait for all: a wait for each would take several times as long.
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
	await transaction.objectStore("history").clear();

	function clear(store: BackupStore | "mentions"): Promise<void> {
		return transaction.objectStore(store).clear();
	}
	// Asynchronous, so that what is thrown at once is a rejection among the others.
	async function put(store: BackupStore, record: BackupRecords[BackupStore][number]) {
		await transaction.objectStore(store).put(record as never);
	}
}

function abort(transaction: Restoring): void {
	try {
		transaction.abort();
	} catch {
		// The browser has done so already.
	}
}
