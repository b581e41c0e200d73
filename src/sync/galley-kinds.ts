import * as v from "valibot";
import type { MergeRules } from "../core/merge/merge-rules.ts";
import { RECORDS } from "../data/backup/backup-schema.ts";
import { SAMPLE } from "../data/db/records.ts";
import { RECORD_RULES } from "../data/merge/record-rules.ts";
import { CONFLICT_KIND } from "./share/conflict-records.ts";
import type { SharedKind, SharedRecord } from "./share/shared-records.ts";

/**
 * The kinds of records that are shared: drafts, items (also those on the shelf and in the bin), sponsors
 * and the house style. Clips that are still being typed, the history and the other settings stay on each
 * machine, and so does the sample. Records of others must be valid in a backup. A record of a later version
 * with further fields is left unchanged, because its fields could not be kept.
 */
export const GALLEY_KINDS: readonly SharedKind[] = [
	{
		name: "drafts",
		rules: RECORD_RULES.drafts as unknown as MergeRules<SharedRecord>,
		isShared: ({ id }) => id !== SAMPLE,
		isValid: (record) => isRecord("drafts", record),
	},
	{
		name: "items",
		rules: RECORD_RULES.items as unknown as MergeRules<SharedRecord>,
		unshared: ["keys"],
		isShared: ({ draftId }) => draftId !== SAMPLE,
		isValid: (record) => isRecord("items", { ...record, keys: [] }),
	},
	{
		name: "sponsors",
		rules: RECORD_RULES.sponsors as unknown as MergeRules<SharedRecord>,
		isShared: ({ draftId }) => draftId !== SAMPLE,
		isValid: (record) => isRecord("sponsors", record),
	},
	{
		name: "settings",
		// A setting has no times. A browser that joins takes the house style of the branch.
		rules: { withoutAncestor: { value: (_mine, theirs) => theirs.value } },
		isShared: ({ key }) => key === "style",
		isValid: (record) => isRecord("settings", record),
	},
	CONFLICT_KIND,
];

function isRecord(store: keyof typeof RECORDS, record: SharedRecord): boolean {
	return v.is(RECORDS[store], [record]);
}
