import type { MergeRules } from "../../core/merge/merge-rules.ts";
import type { PendingRecord, RecordRef, ShareState } from "../../data/db/records.ts";

/** A kind of record that is shared. Its store and its folder on the branch both have its name. */
export interface SharedKind {
	name: string;
	rules: MergeRules<SharedRecord>;
	/** Fields that are not shared, because they are derived from other fields or belong to one machine. */
	unshared?: readonly string[];
	/** Whether a record is shared. Without this function, all records of the kind are. */
	isShared?(record: SharedRecord): boolean;
	/** Whether a record that another machine wrote is valid for this kind. */
	isValid(record: SharedRecord): boolean;
}

/** A record with any fields. It is identified by its `id` or `key`. */
export type SharedRecord = Record<string, unknown>;

export type { PendingRecord, RecordRef, ShareState };

/** The versions of a record on both sides, and the merged one. */
export interface MergedVersions extends RecordRef {
	/** Undefined if the record did not exist here. */
	mine: SharedRecord | undefined;
	theirs: SharedRecord | undefined;
	merged: SharedRecord;
}

/** The changes to write to the records of this machine. */
export interface RecordUpdate {
	/** The update is only applied if each of these records is still equal to `mine`. */
	merges: readonly MergedVersions[];
	/** Records that must be sent to the branch. */
	pending: readonly RecordRef[];
	/** Records that are now on the branch. Those that have changed again since stay pending. */
	acknowledged: readonly PendingRecord[];
	state: ShareState;
}

/** Access to the records of this machine. */
export interface SharedRecords {
	kinds: readonly SharedKind[];
	state(): Promise<ShareState>;
	/** Records that have changed since they were last sent to the branch. */
	pending(): Promise<PendingRecord[]>;
	/** All records that another machine needs when it joins. */
	toShare(): Promise<RecordRef[]>;
	read(refs: readonly RecordRef[]): Promise<(SharedRecord | undefined)[]>;
	/**
	 * Writes the whole update, or nothing if a record has changed since it was read. Resolves to whether it
	 * was written.
	 */
	apply(update: RecordUpdate): Promise<boolean>;
}

/** The id or key of a record. */
export function recordId(record: SharedRecord): string {
	return String(record.id ?? record.key);
}

/** A reference as a string. */
export function refName({ kind, id }: RecordRef): string {
	return `${kind}/${id}`;
}
