import { canonicalJson } from "../json/canonical-json.ts";
import { sameJson } from "../json/same-json.ts";
import {
	changedAt,
	fieldOf,
	isDeleted,
	type MergeRules,
	OWN_FIELDS,
	type Stamps,
} from "./merge-rules.ts";
import { mergeValue } from "./merge-value.ts";

/** Two states of one record and their common ancestor, if it is known. */
interface RecordVersions<R extends object> {
	ancestor: R | null;
	mine: R;
	theirs: R;
}

/** A text that was overwritten by a later change to the same part. It should be stored with the record. */
export interface FieldConflict {
	field: string;
	/** The whole field, as it was on the side that was overwritten. */
	value: unknown;
	/** When that side changed it; 0 if unknown. */
	changedAt: number;
	side: "mine" | "theirs";
}

export interface MergedRecord<R extends object> {
	record: R;
	conflicts: FieldConflict[];
}

/**
 * Merges two states of a record with their common ancestor, field by field. A field that only one side
 * changed gets that side's value; texts that both changed are merged line by line. An edit wins over a
 * deletion. The resulting record does not depend on which side is called mine.
 */
export function mergeRecord<R extends object>(
	{ ancestor, mine, theirs }: RecordVersions<R> & { ancestor: R },
	rules: MergeRules<R>,
): MergedRecord<R> {
	const conflicts: FieldConflict[] = [];
	const merged = { ...mine } as Record<string, unknown>;
	for (const field of contentFields(mine, theirs)) {
		const isMineLater = isFirstLater(mine, theirs, field);
		const part = mergeValue({
			ancestor: fieldOf(ancestor, field),
			mine: fieldOf(mine, field),
			theirs: fieldOf(theirs, field),
			isMineLater,
		});
		const isChoice = rules.choices?.includes(field) || rules.order?.includes(field);
		// A list of choices is merged like other lists; a single choice is taken from one side as a whole.
		merged[field] =
			isChoice && part.isConflict ? fieldOf(isMineLater ? mine : theirs, field) : part.value;
		if (!part.isConflict || isChoice) continue;
		const side = isMineLater ? "theirs" : "mine";
		const loser = side === "mine" ? mine : theirs;
		const value = fieldOf(loser, field);
		conflicts.push({ field, value, changedAt: changedAt(loser, field), side });
	}
	return completeMerge(
		merged,
		mine,
		theirs,
		rules,
		conflicts,
		mergedDeletion(ancestor, mine, theirs, rules),
	);
}

/** The part of merging that is the same with and without an ancestor. */
export function completeMerge<R extends object>(
	merged: Record<string, unknown>,
	mine: R,
	theirs: R,
	rules: MergeRules<R>,
	conflicts: FieldConflict[],
	deletedAt: number | null | undefined,
): MergedRecord<R> {
	for (const field of Object.keys(merged)) {
		if (merged[field] === undefined) delete merged[field];
	}
	if (deletedAt !== undefined) merged.deletedAt = deletedAt;
	const changed = mergedStamps(mine, theirs);
	if (changed) merged.changed = changed;
	const record = merged as R;
	return { record: rules.derive ? rules.derive(record) : record, conflicts };
}

/** The names of all fields of two records, sorted, without those that merging handles itself. */
export function contentFields(mine: object, theirs: object): string[] {
	const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
	return [...fields].filter((field) => !OWN_FIELDS.has(field)).sort();
}

/** The later time of change for each field. */
function mergedStamps(mine: object, theirs: object): Stamps["changed"] {
	const [own, other] = [(mine as Stamps).changed, (theirs as Stamps).changed];
	if (!own && !other) return undefined;
	const fields = new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})]);
	const latest = (field: string) => Math.max(changedAt(mine, field), changedAt(theirs, field));
	return Object.fromEntries([...fields].map((field) => [field, latest(field)]));
}

/**
 * Whether the first of two states of a field is the later one. If the times are equal, the values
 * decide, so that two machines that merge the same states get the same result.
 */
function isFirstLater(first: object, second: object, field: string): boolean {
	const [one, other] = [changedAt(first, field), changedAt(second, field)];
	if (one !== other) return one > other;
	return canonicalJson(fieldOf(first, field)) >= canonicalJson(fieldOf(second, field));
}

function mergedDeletion<R extends object>(
	ancestor: R,
	mine: R,
	theirs: R,
	rules: MergeRules<R>,
): number | null | undefined {
	const [before, own, other] = [ancestor, mine, theirs].map((one) => (one as Stamps).deletedAt);
	if (sameJson(own, other)) return own;
	if (!isDeleted(ancestor) && isDeleted(mine) !== isDeleted(theirs)) {
		const kept = isDeleted(mine) ? theirs : mine;
		if (isEdited(ancestor, kept, rules)) return (kept as Stamps).deletedAt;
	}
	if (sameJson(own, before)) return other;
	if (sameJson(other, before)) return own;
	// Both sides changed it: one of them restored it, or both deleted it at different times.
	if (!isDeleted(mine)) return own;
	return isDeleted(theirs) ? Math.max(own ?? 0, other ?? 0) : other;
}

/**
 * Whether the content of a record differs from its ancestor's, regardless of its position among other
 * records.
 */
function isEdited<R extends object>(ancestor: R, record: R, { order }: MergeRules<R>): boolean {
	return contentFields(ancestor, record).some(
		(field) =>
			!order?.includes(field) && !sameJson(fieldOf(ancestor, field), fieldOf(record, field)),
	);
}
