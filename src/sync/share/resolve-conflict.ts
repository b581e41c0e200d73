import { announce } from "../../data/db/changes.ts";
import { database } from "../../data/db/database.ts";
import { addToOutbox } from "../../data/db/outbox.ts";
import { CONFLICTS } from "./conflict-records.ts";
import { putFields } from "./put-fields.ts";

/**
 * Resolves a conflict for everyone who shares the drafts.
 *
 * @param use whether the replaced words are restored in place of the present ones
 */
export async function resolveConflict(id: string, use: boolean): Promise<void> {
	const opened = await database();
	const conflict = await opened.get(CONFLICTS, id);
	if (!conflict) return;
	if (use) {
		const { kind, recordId, field, value } = conflict;
		await putFields({ kind, id: recordId }, { [field]: value });
	}
	const transaction = opened.transaction([CONFLICTS, "outbox"], "readwrite");
	const deletedAt = Date.now();
	const changed = { ...conflict.changed, deletedAt };
	await transaction.objectStore(CONFLICTS).put({ ...conflict, deletedAt, changed });
	await addToOutbox(transaction as never, { kind: CONFLICTS, id });
	await transaction.done;
	announce([CONFLICTS, "outbox"]);
}
