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

/** Names the present state of the archive: it changes with every issue added, replaced or removed. */
export async function archiveBasis(): Promise<string> {
	const transaction = (await database()).transaction(["archive", "mentions"]);
	const [issues, mentions, last] = await Promise.all([
		transaction.objectStore("archive").count(),
		transaction.objectStore("mentions").count(),
		transaction.objectStore("archive").index("read").openKeyCursor(null, "prev"),
	]);
	// Publishing anew what was taken back may change no more than the words of one issue.
	return `${issues} issues, ${mentions} mentions, read by ${last?.key ?? 0}`;
}
