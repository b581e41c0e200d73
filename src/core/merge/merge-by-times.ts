import { sameJson } from "../json/same-json.ts";
import {
	completeMerge,
	contentFields,
	type FieldConflict,
	type MergedRecord,
} from "./merge-record.ts";
import { changedAt, fieldOf, isDeleted, type MergeRules, type Stamps } from "./merge-rules.ts";

/** What happens to texts that are overwritten: they are dropped, or returned as conflicts. */
type EarlierWords = "drop" | "keep";

/**
 * Merges two states of a record whose common ancestor is not known. For each field, the later change is
 * used; if that is unknown or the times are equal, the value is mine.
 */
export function mergeByTimes<R extends object>(
	mine: R,
	theirs: R,
	rules: MergeRules<R>,
	earlierWords: EarlierWords,
): MergedRecord<R> {
	const conflicts: FieldConflict[] = [];
	const merged = { ...mine } as Record<string, unknown>;
	for (const field of contentFields(mine, theirs)) {
		const [own, other] = [fieldOf(mine, field), fieldOf(theirs, field)];
		if (sameJson(own, other)) continue;
		const isTheirs = own === undefined || changedAt(theirs, field) > changedAt(mine, field);
		merged[field] = isTheirs ? other : own;
		const isChoice = rules.choices?.includes(field) || rules.order?.includes(field);
		if (earlierWords === "drop" || isChoice || rules.withoutAncestor?.[field]) continue;
		const [side, loser] = isTheirs ? (["mine", mine] as const) : (["theirs", theirs] as const);
		const value = fieldOf(loser, field);
		if (!isEmpty(value)) {
			conflicts.push({ field, value, changedAt: changedAt(loser, field), side });
		}
	}
	for (const [field, choose] of Object.entries(rules.withoutAncestor ?? {})) {
		merged[field] = choose?.(mine, theirs, merged as R);
	}
	return completeMerge(merged, mine, theirs, rules, conflicts, deletionByTimes(mine, theirs));
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === "") return true;
	return Array.isArray(value) && value.length === 0;
}

/**
 * The `deletedAt` of the merged record. The later change to it is used, if known. Otherwise a deletion
 * on my side counts if the other copy has not been changed since. A deletion only on the other side
 * does not count, since the record may have been restored here.
 */
function deletionByTimes(mine: Stamps, theirs: Stamps): number | null | undefined {
	const [own, other] = [changedAt(mine, "deletedAt"), changedAt(theirs, "deletedAt")];
	if (own || other) return other > own ? theirs.deletedAt : mine.deletedAt;
	if (!isDeleted(mine)) return mine.deletedAt;
	if (isDeleted(theirs)) return Math.max(mine.deletedAt ?? 0, theirs.deletedAt ?? 0);
	const times = Object.values(theirs.changed ?? {}).map((at) => at ?? 0);
	const touched = Math.max(theirs.createdAt ?? 0, ...times);
	return touched > (mine.deletedAt ?? 0) ? theirs.deletedAt : mine.deletedAt;
}
