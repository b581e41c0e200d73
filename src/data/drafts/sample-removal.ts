import type { Edit } from "../db/change.ts";
import { SAMPLE } from "../db/records.ts";

/** Removes the sample and everything in it, inside a change. Nothing of it goes to the bin. */
export async function removeSampleIn(edit: Edit): Promise<void> {
	for (const store of ["items", "sponsors"] as const) {
		const ids = await edit.stores.objectStore(store).index("draft").getAllKeys(SAMPLE);
		for (const id of ids) await edit.remove(store, id);
	}
	await edit.remove("drafts", SAMPLE);
}
