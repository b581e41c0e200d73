import { describe, expect, test } from "vitest";
import { undo } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import { SHELF } from "../../../src/data/db/records.ts";
import { addDraft, deleteDraft } from "../../../src/data/drafts/draft-list.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { binItems, emptyBin } from "../../../src/data/items/bin.ts";
import {
	deleteItems,
	moveItems,
	restoreItems,
	sendItems,
} from "../../../src/data/items/item-moves.ts";
import { addItem, itemsOf } from "../../../src/data/items/items.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const add = async (note: string, section = "news") =>
	(await addItem({ section, note, links: [] })).item.id;

const notes = async (draftId: string, section = "news") =>
	(await itemsOf(draftId)).filter((item) => item.section === section).map(({ note }) => note);

describe("Several items", () => {
	test("are moved together, in the given order, and moved back by one Undo", async () => {
		const { id } = await openDraft();
		const [a, b, c, d] = [await add("a"), await add("b"), await add("c"), await add("d")];
		await moveItems([d, b], "news", a);
		expect(await notes(id)).toEqual(["d", "b", "a", "c"]);
		await undo();
		expect(await notes(id)).toEqual(["a", "b", "c", "d"]);
		await moveItems([a, c], "tools", null);
		expect(await notes(id, "tools")).toEqual(["a", "c"]);
	});

	test("are deleted together, and restored by one Undo", async () => {
		const { id } = await openDraft();
		const ids = [await add("a"), await add("b")];
		await deleteItems(ids);
		expect(await notes(id)).toEqual([]);
		await undo();
		expect(await notes(id)).toEqual(["a", "b"]);
	});

	test("wait on the shelf, each in its section, and can be moved to another draft", async () => {
		const first = await openDraft();
		const ids = [await add("a"), await add("t", "tools"), await add("b")];
		await sendItems(ids, SHELF);
		expect(await itemsOf(first.id)).toEqual([]);
		expect(await notes(SHELF)).toEqual(["a", "b"]);
		const next = await addDraft();
		await sendItems([ids[2] ?? "", ids[1] ?? ""], next.id);
		expect(await notes(next.id)).toEqual(["b"]);
		expect(await notes(next.id, "tools")).toEqual(["t"]);
		expect(await notes(SHELF)).toEqual(["a"]);
	});

	test("are not moved if one of them does not exist", async () => {
		const { id } = await openDraft();
		const a = await add("a");
		await expect(moveItems([a, "nothing"], "tools", null)).rejects.toThrow("no item");
		expect(await notes(id)).toEqual(["a"]);
	});
});

describe("The bin", () => {
	test("contains deleted items, the most recently deleted first, without empty ones", async () => {
		await openDraft();
		const [a, empty, b] = [await add("a"), await add(""), await add("b")];
		await deleteItems([a]);
		await new Promise((resolve) => setTimeout(resolve, 2));
		await deleteItems([empty, b]);
		expect((await binItems()).map(({ note }) => note)).toEqual(["b", "a"]);
	});

	test("restores an item to its place, even if another item has this place now", async () => {
		const { id } = await openDraft();
		await add("a");
		const b = await add("b");
		await deleteItems([b]);
		await add("c");
		await add("d");
		await restoreItems([b]);
		expect(await notes(id)).toEqual(["a", "c", "b", "d"]);
		const places = (await itemsOf(id)).map(({ place }) => place);
		expect(new Set(places).size).toBe(4);
	});

	test("restores an item to the current draft if its own draft is no longer open", async () => {
		const first = await openDraft();
		const a = await add("a");
		await deleteItems([a]);
		const next = await addDraft();
		await deleteDraft(first.id);
		await restoreItems([a]);
		expect(await notes(next.id)).toEqual(["a"]);
	});

	test("deletes items that have been in it for 30 days, but no newer ones", async () => {
		await openDraft();
		const [old, young] = [await add("old"), await add("young")];
		await deleteItems([old, young]);
		const store = await database();
		const item = await store.get("items", old);
		if (item) await store.put("items", { ...item, deletedAt: Date.now() - 31 * 86_400_000 });
		await emptyBin();
		expect(await store.get("items", old)).toBeUndefined();
		expect(await store.get("items", young)).toBeDefined();
	});
});
