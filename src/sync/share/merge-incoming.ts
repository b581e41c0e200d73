import { sameJson } from "../../core/json/same-json.ts";
import { mergeByTimes } from "../../core/merge/merge-by-times.ts";
import { type FieldConflict, mergeRecord } from "../../core/merge/merge-record.ts";
import type { RecordChange } from "./branch-records.ts";
import { CONFLICTS, conflictRecord } from "./conflict-records.ts";
import { sharedFields } from "./record-files.ts";
import {
	type MergedVersions,
	type RecordRef,
	recordId,
	type SharedKind,
	type SharedRecord,
	type SharedRecords,
} from "./shared-records.ts";

interface IncomingMerges {
	merges: MergedVersions[];
	/** Records that now differ from the branch. */
	pending: RecordRef[];
	/** The number of fields that both sides had changed. */
	conflicts: number;
}

/**
 * Merges the changes of others on the branch with the records here.
 *
 * @param hasAncestor whether `before` of each change is a version that both sides had; if not, the times of
 *   the fields decide
 */
export async function mergeIncoming(
	records: SharedRecords,
	changes: readonly RecordChange[],
	hasAncestor: boolean,
): Promise<IncomingMerges> {
	const result: IncomingMerges = { merges: [], pending: [], conflicts: 0 };
	const here = await records.read(changes);
	const found: SharedRecord[] = [];
	for (const [nth, change] of changes.entries()) {
		const { kind, id, kindOf, before, after: theirs } = change;
		const mine = here[nth];
		if (!theirs) {
			// A missing file does not delete a record: Galley deletes by a mark in the record.
			if (mine) result.pending.push({ kind, id });
			continue;
		}
		const { record, conflicts } = mine
			? mergeOne(kindOf, hasAncestor ? before : null, mine, theirs)
			: { record: theirs, conflicts: [] };
		result.merges.push({ kind, id, mine, theirs, merged: record });
		if (!sameJson(sharedFields(kindOf, record), sharedFields(kindOf, theirs))) {
			result.pending.push({ kind, id });
		}
		result.conflicts += conflicts.length;
		for (const conflict of conflicts) found.push(await conflictRecord({ kind, id }, conflict));
	}
	await addConflicts(records, result, found);
	return result;
}

/** Adds the records of new conflicts. Records that already exist do not change, whether resolved or not. */
async function addConflicts(
	records: SharedRecords,
	result: IncomingMerges,
	found: readonly SharedRecord[],
): Promise<void> {
	const arriving = new Set(result.merges.map(({ id }) => id));
	const refs = found.map((record) => ({ kind: CONFLICTS, id: recordId(record) }));
	const known = await records.read(refs);
	for (const [nth, ref] of refs.entries()) {
		const merged = found[nth];
		if (!merged || known[nth] || arriving.has(ref.id)) continue;
		arriving.add(ref.id);
		result.merges.push({ ...ref, mine: undefined, theirs: undefined, merged });
		result.pending.push(ref);
	}
}

function mergeOne(
	kind: SharedKind,
	ancestor: SharedRecord | null,
	mine: SharedRecord,
	theirs: SharedRecord,
): { record: SharedRecord; conflicts: FieldConflict[] } {
	const [own, other] = [mine, theirs].map((record) => sharedFields(kind, record));
	const { record, conflicts } = ancestor
		? mergeRecord(
				{ ancestor: sharedFields(kind, ancestor), mine: own ?? mine, theirs: other ?? theirs },
				kind.rules,
			)
		: mergeByTimes(own ?? mine, other ?? theirs, kind.rules, "keep");
	const unshared = Object.entries(mine).filter(([field]) => kind.unshared?.includes(field));
	const whole = { ...Object.fromEntries(unshared), ...record };
	return { record: kind.rules.derive ? kind.rules.derive(whole) : whole, conflicts };
}
