import type { ChangeTransaction } from "./change-transaction.ts";
import type { HistoryEntry } from "./records.ts";
import type { Typing } from "./typing.ts";

/** The number of changes that can be undone. */
const HISTORY_LENGTH = 500;

/**
 * Adds a change to the history. If the change and the last entry are both typing in one field, they are
 * joined. Text that is saved again as it was is not added: it would be a step of Undo without effect.
 */
export async function addToHistory(
	transaction: ChangeTransaction,
	change: Pick<HistoryEntry, "kind" | "replacements">,
	typing: Typing | null,
): Promise<void> {
	if (typing && !typing.hasEffect(change.replacements)) return;
	const history = transaction.objectStore("history");
	const at = Date.now();
	const undone: number[] = [];
	let cursor = await history.openCursor(null, "prev");
	while (cursor?.value.undone) {
		undone.push(cursor.primaryKey);
		cursor = await cursor.continue();
	}
	const joined = cursor && typing?.onto(cursor.value, change.replacements, at);
	// After a new change, changes that were undone before can no longer be redone.
	if (!joined?.undone) for (const id of undone) await history.delete(id);
	if (joined) {
		await history.put(joined);
		return;
	}
	const id = await history.add({ ...change, field: typing?.field ?? null, at, undone: false });
	await history.delete(IDBKeyRange.upperBound(id - HISTORY_LENGTH));
}
