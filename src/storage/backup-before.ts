import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Backup } from "./backup-file.ts";
import { backupText } from "./backup-write.ts";
import type { Time } from "./records.ts";

/**
 * What stood here before a backup was restored, so that restoring can be taken back. It has a
 * database of its own: it is no part of what is backed up, and it must be safely on disk before
 * the other is touched.
 */
interface BeforeSchema extends DBSchema {
	before: { key: string; value: { key: "before"; at: Time; text: string } };
}

const NAME = "galley-before";

/** It is let go of after this long; by then it is out of date. */
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;

/** Keeps what stands here now, in place of what was kept before. Resolves once it is on disk. */
export async function keepBefore(backup: Backup): Promise<void> {
	await using((database) => {
		const transaction = database.transaction("before", "readwrite", { durability: "strict" });
		const record = { key: "before", at: Date.now(), text: backupText(backup) } as const;
		return Promise.all([transaction.store.put(record), transaction.done]);
	});
}

/** What was kept, as the text of a backup, and when; null when there is nothing. */
export async function before(): Promise<{ at: Time; text: string } | null> {
	const kept = await using((database) => database.get("before", "before"));
	if (!kept || kept.at >= Date.now() - KEEP_MS) return kept ?? null;
	await forgetBefore();
	return null;
}

/** Forgets it. */
export async function forgetBefore(): Promise<void> {
	await using((database) => database.delete("before", "before"));
}

async function using<T>(work: (database: IDBPDatabase<BeforeSchema>) => Promise<T>): Promise<T> {
	const database = await openDB<BeforeSchema>(NAME, 1, {
		upgrade: (opened) => void opened.createObjectStore("before", { keyPath: "key" }),
	});
	try {
		return await work(database);
	} finally {
		database.close();
	}
}
