import { expect, test } from "vitest";
import { database } from "../../../src/data/db/database.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

test("An item is added while the archive is being read, without waiting for that", async () => {
	await openDraft();
	const { store } = (await database()).transaction("archive");
	let isReading = true;
	const reading = (async () => {
		while (isReading) await store.count();
	})();
	const { item } = await addItem({ section: "news", note: "At once.", links: [] });
	expect(item.note).toBe("At once.");
	isReading = false;
	await reading;
});

test("The first item creates the draft, also when two are added at once", async () => {
	const added = await Promise.all(
		["One.", "Two."].map((note) => addItem({ section: "news", note, links: [] })),
	);
	expect(new Set(added.map(({ item }) => item.draftId)).size).toBe(1);
});
