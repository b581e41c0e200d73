import { sameJson } from "../../core/json/same-json.ts";
import { keepMentions } from "../archive/mentions.ts";
import { keysOf } from "../links/link-keys.ts";
import { unchosenSetting } from "../settings/setting-defaults.ts";
import type { ChangeTransaction } from "./change-transaction.ts";
import { differingParts, partsOf, withParts } from "./parts.ts";
import { type ArchivedIssue, type Replacement, SAMPLE, type UndoableRecord } from "./records.ts";
import { stamped } from "./stamped.ts";

type Kept = UndoableRecord | undefined;

/**
 * Undoes or redoes what a change did to one record. Writes only the parts that the change changed, because
 * the others may have changed since in a way that is not a step of Undo, such as an import. The written
 * parts get the present time, so that merging with an older copy does not bring back what was undone.
 *
 * Resolves to the step to store in the history. It contains what has just been replaced, so that the
 * opposite direction restores exactly that.
 */
export async function replace(
	transaction: ChangeTransaction,
	step: Replacement,
	direction: "undo" | "redo",
): Promise<Replacement> {
	const { store, key } = step;
	const [left, wanted] =
		direction === "undo" ? [step.after, step.before] : [step.before, step.after];
	if (store === "archive") {
		const issue = wanted as ArchivedIssue | undefined;
		await keepMentions(transaction, key, issue ?? null);
		await write(issue);
		return step;
	}
	const now = await transaction.objectStore(store).get(key);
	const unchosen = store === "settings" ? unchosenSetting(key) : undefined;
	const { record, replaced } = replay(left ?? unchosen, wanted ?? unchosen, now ?? unchosen);
	await write(record);
	return direction === "undo"
		? { ...step, before: wanted && record, after: replaced }
		: { ...step, before: replaced, after: record };

	async function write(record: Kept): Promise<void> {
		const target = transaction.objectStore(store);
		if (record && !(store === "settings" && sameJson(record, unchosenSetting(key)))) {
			await target.put(withKeys(record) as never);
		} else await target.delete(key);
	}
}

/**
 * Computes the new state of a record, and the state to store in the history in place of `left`.
 *
 * @param left the state in which the change, or its undoing, left the record
 *
 * @param wanted the state to restore; only the parts that differ from `left` are used
 *
 * @param now the present state, which may have changed since
 */
function replay(left: Kept, wanted: Kept, now: Kept): { record: Kept; replaced: Kept } {
	if (!wanted) {
		const made = now ?? left;
		return {
			record:
				made && canBeDeleted(made) ? stampedNow(withDeletedAt(made, Date.now()), now) : undefined,
			replaced: made && left && canBeDeleted(left) ? withDeletedAt(made, left.deletedAt) : made,
		};
	}
	if (!now) return { record: wanted, replaced: left };
	if (!left) {
		const again =
			canBeDeleted(now) && canBeDeleted(wanted) ? withDeletedAt(now, wanted.deletedAt) : wanted;
		return { record: stampedNow(again, now), replaced: left };
	}
	const parts = differingParts(wanted, left);
	const others = partsOf(left);
	// If something else has already restored a part, the history keeps the former value of that part, so
	// that the other direction still works.
	const putBack = Object.keys(parts).filter((name) => sameJson(parts[name], partsOf(now)[name]));
	return {
		record: stampedNow(withParts(now, parts), now),
		replaced: withParts(now, Object.fromEntries(putBack.map((name) => [name, others[name]]))),
	};
}

/**
 * Computes the keys of an item again, because the rules for keys may have changed since the step was
 * stored.
 */
function withKeys(record: UndoableRecord): UndoableRecord {
	return "keys" in record ? { ...record, keys: keysOf(record.links) } : record;
}

/**
 * Whether undoing the creation of a record marks it as deleted instead of removing it. Merging could not
 * distinguish a removed record from one that never existed.
 */
function canBeDeleted(
	record: UndoableRecord,
): record is Extract<UndoableRecord, { deletedAt: unknown }> {
	return "deletedAt" in record && !isOfSample(record);
}

function withDeletedAt(record: UndoableRecord, deletedAt: number | null): UndoableRecord {
	return { ...record, deletedAt } as UndoableRecord;
}

function isOfSample(record: UndoableRecord): boolean {
	return "draftId" in record ? record.draftId === SAMPLE : "id" in record && record.id === SAMPLE;
}

/** Returns a record with the present time for each part that differs from the record it replaces. */
function stampedNow(record: UndoableRecord, replaced: Kept): UndoableRecord {
	if (!("changed" in record) || !replaced) return record;
	return { ...record, changed: stamped(record.changed, differingParts(record, replaced)) };
}
