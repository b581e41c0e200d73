import { sameJson } from "../json/same-json.ts";
import { contentFields, type FieldConflict, finish, type MergedRecord } from "./merge-record.ts";
import { changedAt, fieldOf, isDeleted, type MergeRules, type Stamps } from "./merge-rules.ts";

/** What becomes of words that give way: forgotten, or returned as conflicts. */
type EarlierWords = "drop" | "keep";

/**
 * Merges two states of a record whose common ancestor is not known. Each field is the one that was
 * changed later; where that is not known or the same, it is mine.
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
	return finish(merged, mine, theirs, rules, conflicts, deletionByTimes(mine, theirs));
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === "") return true;
	return Array.isArray(value) && value.length === 0;
}

/**
 * The later of deleting and bringing back stands, where that is known. Else a mark of deletion
 * stands here against a copy that has not been touched since, and one that is on the other side
 * alone does not: the record may have been brought back.
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
