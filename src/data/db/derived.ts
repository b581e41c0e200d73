import { announce } from "./changes.ts";
import { database } from "./database.ts";
import type { DerivedRecord } from "./records.ts";

/** The stored result under a key, or null. */
export async function derived(key: DerivedRecord["key"]): Promise<DerivedRecord | null> {
	return (await (await database()).get("derived", key)) ?? null;
}

/** Stores a result. It can be computed again, so the write does not have to be flushed to disk. */
export async function keepDerived(record: DerivedRecord): Promise<void> {
	await (await database()).put("derived", record);
	announce(["derived"]);
}

/**
 * A text that identifies the present state of the archive. It changes with every issue that is added,
 * replaced or removed. Only keys are read.
 */
export async function archiveBasis(): Promise<string> {
	const transaction = (await database()).transaction("archive");
	const [ids, last] = await Promise.all([
		transaction.store.getAllKeys(),
		transaction.store.index("read").openKeyCursor(null, "prev"),
	]);
	// The latest parse time is included because an issue can be published again under the same id with
	// other words.
	return `${ids.length} issues, ${hashOf(ids.join())}, read by ${last?.key ?? 0}`;
}

/** The 32-bit FNV-1a hash of the UTF-16 code units of a text. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}
