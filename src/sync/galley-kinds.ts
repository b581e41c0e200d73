import * as v from "valibot";
import type { MergeRules } from "../core/merge/merge-rules.ts";
import { RECORDS } from "../data/backup/backup-schema.ts";
import { SAMPLE } from "../data/db/records.ts";
import { RECORD_RULES } from "../data/merge/record-rules.ts";
import { CONFLICT_KIND } from "./share/conflict-records.ts";
import type { SharedKind, SharedRecord } from "./share/shared-records.ts";

/**
 * What of Galley is shared: drafts, items, sponsors and the house style, with what is on the shelf and
 * in the bin. Half-typed clips, Undo and the other settings are each machine's own, and so is the
 * sample. What others wrote has to be what a backup may hold: a later version with other fields is left
 * alone, since its fields could not be kept.
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
		// It knows of no time: whoever joins takes the house style that is there.
		rules: { withoutAncestor: { value: (_mine, theirs) => theirs.value } },
		isShared: ({ key }) => key === "style",
		isValid: (record) => isRecord("settings", record),
	},
	CONFLICT_KIND,
];

function isRecord(store: keyof typeof RECORDS, record: SharedRecord): boolean {
	return v.is(RECORDS[store], [record]);
}
