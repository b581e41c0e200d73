import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import { type ItemRecord, SAMPLE } from "../db/records.ts";
import { isWritten } from "./items.ts";

/** How long deleted items are kept in the bin. */
export const BIN_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The items in the bin that are not empty, the most recently deleted first, without those of the sample.
 */
export async function binItems(): Promise<ItemRecord[]> {
	const recent = IDBKeyRange.lowerBound(Date.now() - BIN_MS);
	const items = await (await database()).getAllFromIndex("items", "deleted", recent);
	return items
		.filter(({ draftId }) => draftId !== SAMPLE)
		.filter(isWritten)
		.sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}

/** Permanently deletes items that have been in the bin for 30 days. Called when the options page opens. */
export async function emptyBin(): Promise<void> {
	const transaction = (await database()).transaction("items", "readwrite");
	const old = IDBKeyRange.upperBound(Date.now() - BIN_MS, true);
	let thrown = 0;
	let cursor = await transaction.store.index("deleted").openCursor(old);
	while (cursor) {
		await cursor.delete();
		thrown += 1;
		cursor = await cursor.continue();
	}
	await transaction.done;
	if (thrown > 0) announce(["items"]);
}
