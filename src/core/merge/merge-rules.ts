/** How the fields of one kind of record are merged. A field that is not named holds words. */
export interface MergeRules<R extends object> {
	/**
	 * Fields that hold a choice and no words, such as a section or a date: where both sides chose,
	 * the later choice stands and the other is not kept beside it.
	 */
	choices?: readonly string[];
	/** Fields that say where a record stands among others. To change one does not undo a deletion. */
	order?: readonly string[];
	/** Works out again what depends on other fields, such as the keys of an item's links. */
	derive?: (merged: R) => R;
	/**
	 * What becomes of a field where no common ancestor is known, in place of the value that was
	 * changed later.
	 */
	withoutAncestor?: Partial<Record<string, (mine: R, theirs: R, merged: R) => unknown>>;
}

/** What every record that can be merged knows of itself. Times are milliseconds since 1970. */
export interface Stamps {
	/** When each field last changed; a field nobody has changed since is missing. */
	changed?: Partial<Record<string, number>>;
	createdAt?: number;
	/** When it was deleted; null, 0 or missing for never. */
	deletedAt?: number | null;
}

/** Fields that are no content: merging handles each in its own way. */
export const OWN_FIELDS: ReadonlySet<string> = new Set([
	"id",
	"key",
	"createdAt",
	"deletedAt",
	"changed",
]);

/** When a field last changed; 0 where that is not known. */
export function changedAt(record: object, field: string): number {
	return (record as Stamps).changed?.[field] ?? 0;
}

/** Whether a record is marked as deleted. */
export function isDeleted(record: object | null | undefined): boolean {
	return Boolean((record as Stamps | null | undefined)?.deletedAt);
}

/** A field of a record whose fields are not known by name. */
export function fieldOf(record: object | null | undefined, field: string): unknown {
	return record && Object.hasOwn(record, field)
		? (record as Record<string, unknown>)[field]
		: undefined;
}
