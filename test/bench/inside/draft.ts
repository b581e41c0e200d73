/** Stores the measured draft without using the interface. */
import { announce } from "../../../src/data/db/changes.ts";
import { database } from "../../../src/data/db/database.ts";
import type { ItemRecord } from "../../../src/data/db/records.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";

/** Replaces the items of the current draft by this number of items. */
export async function storeDraft(count: number): Promise<void> {
	const { id: draftId } = await openDraft();
	const transaction = (await database()).transaction("items", "readwrite");
	void transaction.store.clear();
	for (let at = 0; at < count; at += 1) void transaction.store.put(itemOf(draftId, at));
	await transaction.done;
	announce(["items"]);
}

function itemOf(draftId: string, at: number): ItemRecord {
	const url = `https://draft-${at % 40}.example/2026/11/a-slug-about-thing-${at}`;
	return {
		id: `bench-${at}`,
		draftId,
		title: "",
		slots: {},
		asWritten: "",
		section: at % 3 === 0 ? "tools" : "news",
		note: `A note of some length about thing ${at}, with what it is good for and for whom.`,
		links: [{ url, title: "" }],
		place: at < 100 ? `b${String(at).padStart(2, "0")}` : `c${String(at).padStart(3, "0")}`,
		keys: [url],
		createdAt: at,
		deletedAt: null,
		changed: {},
	};
}
