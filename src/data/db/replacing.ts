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
 * Takes back in one record what a change did to it, or does it again. Only the parts that the change
 * changed are written: the others may have been changed since by what is no step of Undo, as an
 * import. Parts that are another by it were changed now: a copy from before Undo does not bring them
 * back.
 *
 * Resolves to the step for the history. It holds what has just been replaced, so that going in the
 * other direction brings exactly that back.
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
 * What becomes of a record, and what the history is to hold in place of `left`.
 *
 * @param left how the change, or what took it back, left the record
 * @param wanted what the record is to be, as far as it differs from `left`
 * @param now what it is; it may have been changed since it was left
 */
function replay(left: Kept, wanted: Kept, now: Kept): { record: Kept; replaced: Kept } {
	if (!wanted) {
		const made = now ?? left;
		return {
			record: made && canBeDeleted(made) ? stampedNow(marked(made, Date.now()), now) : undefined,
			replaced: made && left && canBeDeleted(left) ? marked(made, left.deletedAt) : made,
		};
	}
	if (!now) return { record: wanted, replaced: left };
	if (!left) {
		const again =
			canBeDeleted(now) && canBeDeleted(wanted) ? marked(now, wanted.deletedAt) : wanted;
		return { record: stampedNow(again, now), replaced: left };
	}
	const parts = differingParts(wanted, left);
	const others = partsOf(left);
	// A part that something else has put back already would otherwise be lost to the other direction.
	const putBack = Object.keys(parts).filter((name) => sameJson(parts[name], partsOf(now)[name]));
	return {
		record: stampedNow(withParts(now, parts), now),
		replaced: withParts(now, Object.fromEntries(putBack.map((name) => [name, others[name]]))),
	};
}

/** An item is looked up by keys of today's rules, whatever they were when it was changed. */
function withKeys(record: UndoableRecord): UndoableRecord {
	return "keys" in record ? { ...record, keys: keysOf(record.links) } : record;
}

/** What is unmade is marked deleted: absence could not be told from never having been. */
function canBeDeleted(
	record: UndoableRecord,
): record is Extract<UndoableRecord, { deletedAt: unknown }> {
	return "deletedAt" in record && !isOfSample(record);
}

function marked(record: UndoableRecord, deletedAt: number | null): UndoableRecord {
	return { ...record, deletedAt } as UndoableRecord;
}

function isOfSample(record: UndoableRecord): boolean {
	return "draftId" in record ? record.draftId === SAMPLE : "id" in record && record.id === SAMPLE;
}

/** A record with the time of now for each of its parts that is not as in the one it replaces. */
function stampedNow(record: UndoableRecord, replaced: Kept): UndoableRecord {
	if (!("changed" in record) || !replaced) return record;
	return { ...record, changed: stamped(record.changed, differingParts(record, replaced)) };
}
