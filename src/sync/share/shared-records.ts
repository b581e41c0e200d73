import type { MergeRules } from "../../core/merge/merge-rules.ts";
import type { PendingRecord, RecordRef, ShareState } from "../../data/db/records.ts";

/** A kind of record that is shared. Its name is that of its store and of its folder on the branch. */
export interface SharedKind {
	name: string;
	rules: MergeRules<SharedRecord>;
	/** Fields that stay on each machine: worked out from others, or its own. */
	unshared?: readonly string[];
	/** Whether a record is for others; every record of the kind where it is not given. */
	isShared?(record: SharedRecord): boolean;
	/** Whether what another machine wrote has the shape of this kind. */
	isValid(record: SharedRecord): boolean;
}

/** A record whose fields are not known by name. It is told apart by its `id` or `key`. */
export type SharedRecord = Record<string, unknown>;

export type { PendingRecord, RecordRef, ShareState };

/** One record as it was merged: the states on both sides, and what came of them. */
export interface MergedVersions extends RecordRef {
	/** Undefined where it was not there. */
	mine: SharedRecord | undefined;
	theirs: SharedRecord | undefined;
	merged: SharedRecord;
}

/** What is to be written here. */
export interface RecordUpdate {
	/** The update is made only if each of these is still as `mine` says. */
	merges: readonly MergedVersions[];
	/** Records that have to be brought to the branch again or for the first time. */
	pending: readonly RecordRef[];
	/** What is on the branch now, unless it has changed since. */
	acknowledged: readonly PendingRecord[];
	state: ShareState;
}

/** The records of this machine, wherever they are kept. */
export interface SharedRecords {
	kinds: readonly SharedKind[];
	state(): Promise<ShareState>;
	/** What changed here since it was last on the branch. */
	pending(): Promise<PendingRecord[]>;
	/** Every record that a machine which joins has to have. */
	toShare(): Promise<RecordRef[]>;
	read(refs: readonly RecordRef[]): Promise<(SharedRecord | undefined)[]>;
	/**
	 * Writes all of an update or, where a record has changed since it was read, nothing. Resolves to
	 * whether it was written.
	 */
	apply(update: RecordUpdate): Promise<boolean>;
}

/** The name of a record among those of its kind. */
export function recordId(record: SharedRecord): string {
	return String(record.id ?? record.key);
}

/** A reference as one text. */
export function refName({ kind, id }: RecordRef): string {
	return `${kind}/${id}`;
}
