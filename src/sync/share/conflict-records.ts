import * as git from "isomorphic-git";
import type { FieldConflict } from "../../core/merge/merge-record.ts";
import type { RecordRef, SharedKind, SharedRecord } from "./shared-records.ts";

/**
 * Words that gave way to later ones in the same place, kept beside the record until somebody
 * settles it by marking the conflict as deleted. It is shared like any other record.
 */
export interface ConflictRecord {
	id: string;
	/** The record that the words were in, and the field. */
	kind: string;
	recordId: string;
	field: string;
	/** The whole field as it was. */
	value: unknown;
	createdAt: number;
	deletedAt: number | null;
	changed: Partial<Record<string, number>>;
}

export const CONFLICTS = "conflicts";

export const CONFLICT_KIND: SharedKind = {
	name: CONFLICTS,
	rules: { choices: ["kind", "recordId", "field", "value"] },
	isValid: ({ id, kind, recordId, field, createdAt, deletedAt, changed }) =>
		[id, kind, recordId, field].every((part) => typeof part === "string") &&
		typeof createdAt === "number" &&
		(deletedAt === null || typeof deletedAt === "number") &&
		typeof changed === "object" &&
		changed !== null,
};

/** The record of a conflict. Two machines that find the same one make the same record of it. */
export async function conflictRecord(
	{ kind, id: recordId }: RecordRef,
	{ field, value, changedAt }: FieldConflict,
): Promise<SharedRecord> {
	const named = JSON.stringify([kind, recordId, field, value]);
	const { oid } = await git.hashBlob({ object: new TextEncoder().encode(named) });
	const record: ConflictRecord = {
		id: oid,
		kind,
		recordId,
		field,
		value,
		createdAt: changedAt,
		deletedAt: null,
		changed: {},
	};
	return { ...record };
}
