import { database } from "../db/database.ts";
import type { TypedClip } from "../db/records.ts";

/** Typed and abandoned clips are forgotten after this long. */
const FORGET_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** What was typed for a page and not yet clipped, or null. */
export async function typedFor(key: string): Promise<TypedClip | null> {
	return (await (await database()).get("typed", key)) ?? null;
}

/**
 * Keeps what is typed. The popup can vanish right after a keystroke, so the commit is asked for
 * at once rather than left to the end of a task that may never come.
 */
export async function keepTyped(typed: TypedClip): Promise<void> {
	const transaction = (await database()).transaction("typed", "readwrite", {
		durability: "strict",
	});
	const put = transaction.store.put(typed);
	transaction.commit();
	await Promise.all([put, transaction.done]);
}

/** Forgets what was typed for a page, once it is clipped, and whatever was abandoned long ago. */
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
