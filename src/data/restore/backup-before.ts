import {
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	openDB,
	type StoreNames,
} from "idb";
import type { Backup } from "../backup/backup-file.ts";
import { backupText } from "../backup/backup-write.ts";
import { database } from "../db/database.ts";
import type { Time } from "../db/records.ts";
import type { GalleySchema } from "../db/schema.ts";

/**
 * What was stored before a backup was restored, so that the restore can be undone. It is in a database of
 * its own, because it is not part of a backup and must be safely on disk before the main database is
 * changed.
 *
 * There are no transactions over two databases. Therefore a saved state counts only once the transaction of
 * the restore has listed its key. After a failed restore, its saved state is not listed, and the earlier
 * ones remain valid.
 */
interface BeforeSchema extends DBSchema {
	before: { key: string; value: Before };
}

/** A saved state: the text of a backup, and when it was saved. */
interface Before {
	/** Begins with the time, so that keys sort by time. */
	key: string;
	at: Time;
	text: string;
}

const NAME = "galley-before";

/** A saved state is deleted after this time, as it is then out of date. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/** The number of restores that can be undone. Each saved state is a copy of all records. */
const KEPT = 3;

/** Saves the present records. Earlier saved states remain. Resolves to the key when it is on disk. */
export async function keepBefore(backup: Backup): Promise<string> {
	const at = Date.now();
	const key = `${at}/${crypto.randomUUID()}`;
	await withDatabase((kept) => {
		const transaction = kept.transaction("before", "readwrite", { durability: "strict" });
		const record = { key, at, text: backupText(backup) };
		return Promise.all([transaction.store.put(record), transaction.done]);
	});
	return key;
}

/** The state before the last restore that has not been undone; null if there is none. */
export async function before(): Promise<Before | null> {
	const key = (await keptKeys((await database()).transaction(["derived"]))).at(-1);
	return withDatabase(async (kept) => {
		await kept.delete("before", IDBKeyRange.upperBound(String(Date.now() - KEEP_MS)));
		return (key !== undefined && (await kept.get("before", key))) || null;
	});
}

/**
 * Deletes saved states that no restore lists. Errors are ignored, because saved states are deleted after 30
 * days in any case.
 */
export async function forgetBefore(keys: readonly string[]): Promise<void> {
	await withDatabase((kept) => Promise.all(keys.map((key) => kept.delete("before", key)))).catch(
		() => {},
	);
}

/** The keys of the saved states that can be restored, in the order of the restores. */
export async function keptKeys<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<readonly string[]> {
	const record = await transaction.objectStore("derived").get("before");
	return (record?.value as readonly string[] | undefined) ?? [];
}

/**
 * Lists the saved states inside the transaction of a restore. Resolves to the keys that exceed the limit
 * and can be deleted.
 */
export async function nameKept<Names extends StoreNames<GalleySchema>[]>(
	restoring: IDBPTransaction<GalleySchema, Names, "readwrite">,
	keys: readonly string[],
): Promise<readonly string[]> {
	const value = keys.slice(-KEPT);
	await restoring.objectStore("derived").put({ key: "before", basis: "", value });
	return keys.slice(0, -KEPT);
}

async function withDatabase<T>(work: (kept: IDBPDatabase<BeforeSchema>) => Promise<T>): Promise<T> {
	const kept = await openDB<BeforeSchema>(NAME, 1, {
		upgrade: (opened) => void opened.createObjectStore("before", { keyPath: "key" }),
	});
	try {
		return await work(kept);
	} finally {
		kept.close();
	}
}
