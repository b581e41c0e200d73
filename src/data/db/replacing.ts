import { sameJson } from "../../core/json/same-json.ts";
import { keepMentions } from "../archive/mentions.ts";
import type { ChangeTransaction } from "./change-transaction.ts";
import { type ArchivedIssue, type Replacement, SAMPLE, type UndoableRecord } from "./records.ts";
import { stamped } from "./stamped.ts";

/**
 * Puts one record back to what it was before a change, or again to what it was after it. Parts
 * that are another by it were changed now: a copy from before Undo does not bring them back.
 */
export async function replace(
	transaction: ChangeTransaction,
	{ store, key, before, after }: Replacement,
	direction: "undo" | "redo",
): Promise<void> {
	const record = direction === "undo" ? before : after;
	if (store === "archive") {
		await keepMentions(transaction, key, (record as ArchivedIssue | undefined) ?? null);
	}
	const wanted = record ?? unmade(after);
	if (!wanted) {
		await transaction.objectStore(store).delete(key);
		return;
	}
	const now = await transaction.objectStore(store).get(key);
	await transaction.objectStore(store).put(changedNow(wanted, now) as never);
}

/** What is unmade is marked deleted: absence could not be told from never having been. */
function unmade(record: UndoableRecord | undefined): UndoableRecord | null {
	if (!record || !("deletedAt" in record) || isOfSample(record)) return null;
	return { ...record, deletedAt: Date.now() };
}

function isOfSample(record: UndoableRecord): boolean {
	return "draftId" in record ? record.draftId === SAMPLE : "id" in record && record.id === SAMPLE;
}

/** A record with the time of now for each of its parts that is not as in the one it replaces. */
function changedNow(record: UndoableRecord, replaced: UndoableRecord | undefined): UndoableRecord {
	if (!("changed" in record) || !replaced) return record;
	const { changed, ...parts } = record;
	const other: Partial<Record<string, unknown>> = { ...replaced };
	const differing = Object.entries(parts).filter(([part, value]) => !sameJson(value, other[part]));
	return { ...record, changed: stamped(changed, Object.fromEntries(differing)) };
}
