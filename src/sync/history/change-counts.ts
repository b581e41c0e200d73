import { sameJson } from "../../core/json/same-json.ts";
import { fieldOf, isDeleted } from "../../core/merge/merge-rules.ts";
import type { RecordChange } from "../share/branch-records.ts";
import type { SharedRecord } from "../share/shared-records.ts";

/** What happened to a record in one commit. `moved` means from another draft or from the shelf. */
type ChangeWay = "added" | "changed" | "moved" | "deleted" | "restored" | "published";

/** How many records of one kind a commit changed in one way. */
interface ChangeCount {
	/** The kind of the records, such as `items`. */
	kind: string;
	way: ChangeWay;
	count: number;
	/** The names of the fields that differ, for a draft that changed. */
	fields?: string[];
}

/** What a commit changed in one draft, on the shelf, or outside of drafts. */
export interface PlaceChanges {
	/** The id of the draft, or `SHELF`; null for records in no draft, such as the house style. */
	draftId: string | null;
	counts: ChangeCount[];
}

/** Counts the changes of one commit by draft, in the order in which the drafts first occur. */
export function countChanges(changes: readonly RecordChange[]): PlaceChanges[] {
	const places = new Map<string | null, Map<string, ChangeCount>>();
	for (const change of changes) {
		const way = wayOf(change);
		if (!way) continue;
		const { kind, after } = change;
		const draftId = placeOf(kind, after ?? {});
		const counts = places.get(draftId) ?? new Map<string, ChangeCount>();
		const known = counts.get(`${kind} ${way}`)?.count ?? 0;
		const fields = kind === "drafts" && way === "changed" ? { fields: differing(change) } : {};
		counts.set(`${kind} ${way}`, { kind, way, count: known + 1, ...fields });
		places.set(draftId, counts);
	}
	return [...places].map(([draftId, counts]) => ({ draftId, counts: [...counts.values()] }));
}

/**
 * The way in which a record changed; null if nothing that is shown has changed. A file that was removed is
 * no change, because Galley deletes by a mark in the record.
 */
function wayOf({ before, after }: RecordChange): ChangeWay | null {
	if (!after) return null;
	if (isDeleted(after)) return before && !isDeleted(before) ? "deleted" : null;
	if (!before) return "added";
	if (isDeleted(before)) return "restored";
	if (!before.publishedTime && after.publishedTime) return "published";
	if (fieldOf(before, "draftId") !== fieldOf(after, "draftId")) return "moved";
	return differing({ before, after }).length > 0 ? "changed" : null;
}

/** The names of the fields that differ, without the times of the changes. */
function differing({ before, after }: Pick<RecordChange, "before" | "after">): string[] {
	const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
	names.delete("changed");
	return [...names].filter((name) => !sameJson(fieldOf(before, name), fieldOf(after, name))).sort();
}

function placeOf(kind: string, { id, draftId }: SharedRecord): string | null {
	const place = kind === "drafts" ? id : draftId;
	return typeof place === "string" ? place : null;
}
