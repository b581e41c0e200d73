import { database } from "../db/database.ts";
import type { TypedClip } from "../db/records.ts";

/** What was typed for a page and never clipped is deleted after this time. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** What was typed for a page and has not been clipped yet, or null. */
export async function typedFor(key: string): Promise<TypedClip | null> {
	return (await (await database()).get("typed", key)) ?? null;
}

/**
 * Stores what is typed. The browser can close the popup right after a keystroke, so the transaction is
 * committed explicitly instead of automatically at the end of the task.
 */
export async function keepTyped(typed: TypedClip): Promise<void> {
	const transaction = (await database()).transaction("typed", "readwrite", {
		durability: "strict",
	});
	const put = transaction.store.put(typed);
	transaction.commit();
	await Promise.all([put, transaction.done]);
}

/** Deletes what was typed for a page that has now been clipped, and everything older than 30 days. */
export async function forgetTyped(key: string): Promise<void> {
	const transaction = (await database()).transaction("typed", "readwrite");
	await transaction.store.delete(key);
	let cursor = await transaction.store.openCursor();
	while (cursor) {
		if (cursor.value.typedAt < Date.now() - FORGET_AFTER_MS) await cursor.delete();
		cursor = await cursor.continue();
	}
	await transaction.done;
}
