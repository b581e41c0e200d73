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

/** Two states of one record, and the last state that both sides had, where that is known. */
interface RecordVersions<R extends object> {
	ancestor: R | null;
	mine: R;
	theirs: R;
}

/** Words that gave way to later ones in the same place. They are to be kept beside the record. */
export interface FieldConflict {
	field: string;
	/** The whole field as the side had it that gave way. */
	value: unknown;
	/** When that side changed it; 0 where that is not known. */
	changedAt: number;
	side: "mine" | "theirs";
}

export interface MergedRecord<R extends object> {
	record: R;
	conflicts: FieldConflict[];
}

/**
 * Merges two states of a record with their common ancestor, field by field. Fields that one side
 * alone changed are that side's; texts that both changed are merged line by line. An edit wins over
 * a deletion. The record that comes out is the same whichever side is called mine.
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
		// A list of choices is merged like any other; a single choice is one side's as a whole.
		merged[field] =
			isChoice && part.isConflict ? fieldOf(isMineLater ? mine : theirs, field) : part.value;
		if (!part.isConflict || isChoice) continue;
		const side = isMineLater ? "theirs" : "mine";
		const loser = side === "mine" ? mine : theirs;
		const value = fieldOf(loser, field);
		conflicts.push({ field, value, changedAt: changedAt(loser, field), side });
	}
	return finish(
		merged,
		mine,
		theirs,
		rules,
		conflicts,
		mergedDeletion(ancestor, mine, theirs, rules),
	);
}

/** All that is put together in the same way with an ancestor and without. */
export function finish<R extends object>(
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

/** The names of all fields of two records, in order, but for those that merging handles itself. */
export function contentFields(mine: object, theirs: object): string[] {
	const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
	return [...fields].filter((field) => !OWN_FIELDS.has(field)).sort();
}

/** Of each field the later time. */
function mergedStamps(mine: object, theirs: object): Stamps["changed"] {
	const [own, other] = [(mine as Stamps).changed, (theirs as Stamps).changed];
	if (!own && !other) return undefined;
	const fields = new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})]);
	const latest = (field: string) => Math.max(changedAt(mine, field), changedAt(theirs, field));
	return Object.fromEntries([...fields].map((field) => [field, latest(field)]));
}

/**
 * Whether the first of two states of a field is the later one. Where the times are the same, the
 * values decide, so that two machines which merge the same states come to the same result.
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
	// Both changed it: one of them brought it back, or both deleted it at different times.
	if (!isDeleted(mine)) return own;
	return isDeleted(theirs) ? Math.max(own ?? 0, other ?? 0) : other;
}

/** Whether a record has another content than its ancestor; where it stands among others is none. */
function isEdited<R extends object>(ancestor: R, record: R, { order }: MergeRules<R>): boolean {
	return contentFields(ancestor, record).some(
		(field) =>
			!order?.includes(field) && !sameJson(fieldOf(ancestor, field), fieldOf(record, field)),
	);
}
