import * as git from "isomorphic-git";
import type { FieldConflict } from "../../core/merge/merge-record.ts";
import type { ConflictRecord } from "../../data/db/records.ts";
import type { RecordRef, SharedKind, SharedRecord } from "./shared-records.ts";

export const CONFLICTS = "conflicts" as const;

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

/** Creates the record of a conflict. Two machines that detect the same conflict create equal records. */
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
