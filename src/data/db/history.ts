import type { ChangeTransaction } from "./change-transaction.ts";
import type { HistoryEntry } from "./records.ts";
import type { Typing } from "./typing.ts";

/** How many changes can be undone. */
const HISTORY_LENGTH = 500;

/** Adds a change to the history, or to its last entry where both are typing in one field. */
export async function addToHistory(
	transaction: ChangeTransaction,
	change: Pick<HistoryEntry, "kind" | "replacements">,
	typing: Typing | null,
): Promise<void> {
	const history = transaction.objectStore("history");
	const at = Date.now();
	const undone: number[] = [];
	let cursor = await history.openCursor(null, "prev");
	while (cursor?.value.undone) {
		undone.push(cursor.primaryKey);
		cursor = await cursor.continue();
	}
	const joined = cursor && typing?.onto(cursor.value, change.replacements, at);
	// A new change ends what could have been redone.
	if (!joined?.undone) for (const id of undone) await history.delete(id);
	if (joined) {
		await history.put(joined);
		return;
	}
	const id = await history.add({ ...change, field: typing?.field ?? null, at, undone: false });
	await history.delete(IDBKeyRange.upperBound(id - HISTORY_LENGTH));
}
