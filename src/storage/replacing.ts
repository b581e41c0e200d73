import type { ChangeTransaction } from "./change.ts";
import { keepMentions } from "./mentions.ts";
import { type ArchivedIssue, type Replacement, SAMPLE, type UndoableRecord } from "./records.ts";

/** Puts one record back to what it was before a change, or again to what it was after it. */
export async function replace(
	transaction: ChangeTransaction,
	{ store, key, before, after }: Replacement,
	direction: "undo" | "redo",
): Promise<void> {
	const record = direction === "undo" ? before : after;
	if (store === "archive") {
		await keepMentions(transaction, key, (record as ArchivedIssue | undefined) ?? null);
	}
	if (record) {
		await transaction.objectStore(store).put(record as never);
	} else if (after && "deletedAt" in after && !isOfSample(after)) {
		// What is unmade is marked deleted: absence could not be told from never having been.
		await transaction.objectStore(store).put({ ...after, deletedAt: Date.now() } as never);
	} else {
		await transaction.objectStore(store).delete(key);
	}
}

function isOfSample(record: UndoableRecord): boolean {
	return "draftId" in record ? record.draftId === SAMPLE : "id" in record && record.id === SAMPLE;
}
