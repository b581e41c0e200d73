import * as v from "valibot";
import { RECORDS } from "../../data/backup/backup-schema.ts";
import { change } from "../../data/db/change.ts";
import type { ChangeKind } from "../../data/db/records.ts";
import { stamped } from "../../data/db/stamped.ts";
import { keysOf } from "../../data/links/link-keys.ts";
import type { RecordRef, SharedRecord } from "./shared-records.ts";

/** The kind of change for each kind of record, which Undo shows. */
const CHANGES = {
	drafts: "editDraft",
	items: "editItem",
	sponsors: "editSponsor",
	settings: "editStyle",
} as const satisfies Record<string, ChangeKind>;

type PutKind = keyof typeof CHANGES;

/**
 * Writes former field values, from this machine or another one, into a record. Can be undone. Resolves to
 * false, and changes nothing, if the record does not exist or would become invalid.
 */
export function putFields({ kind, id }: RecordRef, fields: SharedRecord): Promise<boolean> {
	if (!(kind in CHANGES)) return Promise.resolve(false);
	const store = kind as PutKind;
	return change(CHANGES[store], null, async (edit) => {
		const now = (await edit.stores.objectStore(store).get(id)) as SharedRecord | undefined;
		if (!now) return false;
		const written: SharedRecord = { ...now, ...fields };
		if ("changed" in now) written.changed = stamped(now.changed as object, fields);
		// Keys can only be computed for valid links. Others are refused below.
		if (store === "items" && v.is(RECORDS.items, [{ ...written, keys: [] }])) {
			written.keys = keysOf(written.links as Parameters<typeof keysOf>[0]);
		}
		if (!v.is(RECORDS[store], [written])) return false;
		await edit.put(store, written as never);
		return true;
	});
}
