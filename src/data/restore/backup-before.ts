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
 * What stood here before a backup was restored, so that restoring can be taken back. It has a
 * database of its own: it is no part of what is backed up, and it must be safely on disk before
 * the other is touched.
 *
 * Two databases have no transaction in common. So what is kept counts only once the transaction of
 * the restore has named it: what a failed restore kept is nothing to go back to, and an earlier
 * one stays what it was.
 */
interface BeforeSchema extends DBSchema {
	before: { key: string; value: Before };
}

/** What stood here: a backup's text, and when. */
interface Before {
	/** Begins with the time, so that the keys are in its order. */
	key: string;
	at: Time;
	text: string;
}

const NAME = "galley-before";

/** It is let go of after this long; by then it is out of date. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/** As many restores can be taken back, one after the other; each is a copy of everything. */
const KEPT = 3;

/** Keeps what stands here now, beside what was kept before. Resolves to its key, once on disk. */
export async function keepBefore(backup: Backup): Promise<string> {
	const at = Date.now();
	const key = `${at}/${crypto.randomUUID()}`;
	await using((kept) => {
		const transaction = kept.transaction("before", "readwrite", { durability: "strict" });
		const record = { key, at, text: backupText(backup) };
		return Promise.all([transaction.store.put(record), transaction.done]);
	});
	return key;
}

/** What stood here before the last restore that has not been taken back; null for nothing. */
export async function before(): Promise<Before | null> {
	const key = (await keptKeys((await database()).transaction(["derived"]))).at(-1);
	return using(async (kept) => {
		await kept.delete("before", IDBKeyRange.upperBound(String(Date.now() - KEEP_MS)));
		return (key !== undefined && (await kept.get("before", key))) || null;
	});
}

/**
 * Deletes what was kept. It may fail: no restore names these keys, and they go after 30 days in
 * any case.
 */
export async function forgetBefore(keys: readonly string[]): Promise<void> {
	await using((kept) => Promise.all(keys.map((key) => kept.delete("before", key)))).catch(() => {});
}

/** The keys of what can be gone back to, in the order of the restores. */
export async function keptKeys<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<readonly string[]> {
	const record = await transaction.objectStore("derived").get("before");
	return (record?.value as readonly string[] | undefined) ?? [];
}

/** Says in the transaction of a restore what can be gone back to. Resolves to what is too much. */
export async function nameKept<Names extends StoreNames<GalleySchema>[]>(
	restoring: IDBPTransaction<GalleySchema, Names, "readwrite">,
	keys: readonly string[],
): Promise<readonly string[]> {
	const value = keys.slice(-KEPT);
	await restoring.objectStore("derived").put({ key: "before", basis: "", value });
	return keys.slice(0, -KEPT);
}

async function using<T>(work: (kept: IDBPDatabase<BeforeSchema>) => Promise<T>): Promise<T> {
	const kept = await openDB<BeforeSchema>(NAME, 1, {
		upgrade: (opened) => void opened.createObjectStore("before", { keyPath: "key" }),
	});
	try {
		return await work(kept);
	} finally {
		kept.close();
	}
}
