/** How the fields of one kind of record are merged. Fields that are not listed contain text. */
export interface MergeRules<R extends object> {
	/**
	 * Fields that contain a choice instead of text, such as a section or a date. If both sides changed
	 * one, the later choice is used and the other is not stored.
	 */
	choices?: readonly string[];
	/** Fields that define the position of a record among others. Changing one does not undo a deletion. */
	order?: readonly string[];
	/** Computes values that depend on other fields, such as the keys of an item's links. */
	derive?: (merged: R) => R;
	/** Computes a field when no common ancestor is known. Without an entry here, the later change is used. */
	withoutAncestor?: Partial<Record<string, (mine: R, theirs: R, merged: R) => unknown>>;
}

/** The properties that all mergeable records have. Times are in milliseconds since 1970. */
export interface Stamps {
	/** When each field was last changed; fields that were never changed are missing. */
	changed?: Partial<Record<string, number>>;
	createdAt?: number;
	/** When it was deleted; null, 0 or missing if it is not deleted. */
	deletedAt?: number | null;
}

/** Fields that are not content. Merging handles each of them separately. */
export const OWN_FIELDS: ReadonlySet<string> = new Set([
	"id",
	"key",
	"createdAt",
	"deletedAt",
	"changed",
]);

/** When a field was last changed; 0 if unknown. */
export function changedAt(record: object, field: string): number {
	return (record as Stamps).changed?.[field] ?? 0;
}

/** Whether a record is marked as deleted. */
export function isDeleted(record: object | null | undefined): boolean {
	return Boolean((record as Stamps | null | undefined)?.deletedAt);
}

/** The value of a field by its name; undefined if there is none. */
export function fieldOf(record: object | null | undefined, field: string): unknown {
	return record && Object.hasOwn(record, field)
		? (record as Record<string, unknown>)[field]
		: undefined;
}
