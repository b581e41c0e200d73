import { announce } from "./changes.ts";
import { database } from "./database.ts";
import type { DerivedRecord } from "./records.ts";

/** What was worked out and kept under a key, or null. */
export async function derived(key: DerivedRecord["key"]): Promise<DerivedRecord | null> {
	return (await (await database()).get("derived", key)) ?? null;
}

/** Keeps what was worked out. It can always be worked out again, so it need not be safe at once. */
export async function keepDerived(record: DerivedRecord): Promise<void> {
	await (await database()).put("derived", record);
	announce(["derived"]);
}

/**
 * Names the present state of the archive: it changes with every issue added, replaced or removed.
 * Only keys are read.
 */
export async function archiveBasis(): Promise<string> {
	const transaction = (await database()).transaction("archive");
	const [ids, last] = await Promise.all([
		transaction.store.getAllKeys(),
		transaction.store.index("read").openKeyCursor(null, "prev"),
	]);
	// Publishing anew what was taken back may change no more than the words of one issue.
	return `${ids.length} issues, ${hashOf(ids.join())}, read by ${last?.key ?? 0}`;
}

/** The 32-bit FNV-1a hash of the code units of a text. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}
