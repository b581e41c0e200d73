import { describe, expect, test } from "vitest";
import { redo, undo } from "../../../src/data/db/change.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { deleteItems, moveItems } from "../../../src/data/items/item-moves.ts";
import {
	addItem,
	editItem,
	itemById,
	itemsOf,
	itemsWithLink,
	type NewItem,
	newestItem,
	reviseItem,
} from "../../../src/data/items/items.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const page = (name: string, section = "news"): NewItem => ({
	section,
	note: "",
	links: [{ url: `https://example.com/${name}`, title: name }],
});

async function titles(): Promise<string[]> {
	const draft = await openDraft();
	return (await itemsOf(draft.id)).map(({ links }) => links[0]?.title ?? "");
}

describe("Adding an item", () => {
	test("puts it at the end of its section in the current draft", async () => {
		await addItem(page("a"));
		await addItem(page("b"));
		await addItem(page("c"));
		expect(await titles()).toEqual(["a", "b", "c"]);
	});

	test("creates the first draft if there is none", async () => {
		const { item } = await addItem(page("a"));
		expect((await openDraft()).id).toBe(item.draftId);
		expect((await openDraft()).number).toBe(1);
	});

	test("returns the item that already has the page, for another spelling of its address", async () => {
		const { item } = await addItem(page("a"));
		const again = await addItem({
			...page("a", "tools"),
			links: [{ url: "http://www.example.com/a/?utm_source=feed", title: "other" }],
		});
		expect(again).toEqual({ item, existing: true });
		expect(await titles()).toEqual(["a"]);
	});

	test("creates one item from two simultaneous clips of one page", async () => {
		const both = await Promise.all([addItem(page("a")), addItem(page("a", "tools"))]);
		expect(both.map(({ existing }) => existing).sort()).toEqual([false, true]);
		expect(both[0].item.id).toBe(both[1].item.id);
		expect(await titles()).toEqual(["a"]);
	});

	test("creates a new item when the earlier one with the page has been deleted", async () => {
		const { item } = await addItem(page("a"));
		await deleteItems([item.id]);
		expect((await addItem(page("a"))).existing).toBe(false);
	});
});

describe("Looking up an item by address", () => {
	test("finds it by any of its links", async () => {
		const { item } = await addItem(page("a"));
		const announcement = { url: "https://example.org/announcement", title: "" };
		await editItem(item.id, { links: [...item.links, announcement] });
		expect((await itemsWithLink(item.draftId, "http://example.org/announcement/")).same?.id).toBe(
			item.id,
		);
	});

	test("does not find a deleted item or one of another draft", async () => {
		const { item } = await addItem(page("a"));
		expect(await itemsWithLink("another", "https://example.com/a")).toEqual({
			same: null,
			related: null,
		});
		await deleteItems([item.id]);
		expect(await itemsWithLink(item.draftId, "https://example.com/a")).toEqual({
			same: null,
			related: null,
		});
	});

	test("distinguishes the same page from one that differs by its fragment", async () => {
		const at = (fragment: string) => ({
			...page("a"),
			links: [{ url: `https://groups.example/#!topic/rope/${fragment}`, title: "" }],
		});
		const { item: first } = await addItem(at("first"));
		const { item: second, existing } = await addItem(at("second"));
		expect(existing).toBe(false);
		expect(
			await itemsWithLink(first.draftId, "https://groups.example/#!topic/rope/second"),
		).toEqual({
			same: second,
			related: first,
		});
		expect(await itemsWithLink(first.draftId, "https://groups.example/")).toMatchObject({
			same: null,
		});
	});

	test("returns the item added last, in any section", async () => {
		await addItem(page("a", "tools"));
		const { item } = await addItem(page("b", "news"));
		expect((await newestItem(item.draftId))?.id).toBe(item.id);
		await deleteItems([item.id]);
		expect((await newestItem(item.draftId))?.links[0]?.title).toBe("a");
	});
});

describe("Changing an item", () => {
	test("records when each part was changed, and does not change the others", async () => {
		const { item } = await addItem(page("a"));
		const changed = await editItem(item.id, { note: "Worth reading." });
		expect(Object.keys(changed.changed)).toEqual(["note"]);
	});

	test("moves it before another one, also in another section", async () => {
		const a = await addItem(page("a"));
		await addItem(page("b"));
		const c = await addItem(page("c", "tools"));
		await moveItems([c.item.id], "news", a.item.id);
		expect(await titles()).toEqual(["c", "a", "b"]);
	});

	test("changes note, links and section at once, at the end of the new section", async () => {
		const { item } = await addItem(page("a"));
		await addItem(page("b", "tools"));
		const revised = await reviseItem(item.id, "editItem", (old) => ({
			note: `${old.note}New.`,
			section: "tools",
			links: [{ url: "https://example.com/z", title: "z" }],
		}));
		expect(revised).toMatchObject({ note: "New.", section: "tools", keys: ["example.com/z"] });
		expect(await titles()).toEqual(["b", "z"]);
	});

	test("keeps its place when its section stays the same", async () => {
		const { item } = await addItem(page("a"));
		await addItem(page("b"));
		await reviseItem(item.id, "editItem", () => ({ note: "New.", section: "news" }));
		expect(await titles()).toEqual(["a", "b"]);
	});

	test("does not change a deleted item", async () => {
		const { item } = await addItem(page("a"));
		await deleteItems([item.id]);
		expect(await reviseItem(item.id, "editItem", () => ({ note: "New." }))).toBeNull();
		expect((await itemById(item.id))?.note).toBe("");
	});

	test("is refused for an item that does not exist", async () => {
		await expect(editItem("none", { note: "x" })).rejects.toThrow("There is no item none.");
	});
});

describe("Undo", () => {
	test("removes a clip, and Redo restores it", async () => {
		await addItem(page("a"));
		await addItem(page("b"));
		expect((await undo())?.kind).toBe("clip");
		expect(await titles()).toEqual(["a"]);
		await redo();
		expect(await titles()).toEqual(["a", "b"]);
	});

	test("restores a deleted item to its place", async () => {
		const { item } = await addItem(page("a"));
		await addItem(page("b"));
		await deleteItems([item.id]);
		expect(await titles()).toEqual(["b"]);
		await undo();
		expect(await titles()).toEqual(["a", "b"]);
	});

	test("completely undoes a change of several fields", async () => {
		const { item } = await addItem(page("a"));
		await reviseItem(item.id, "editItem", () => ({ note: "New.", section: "tools" }));
		await undo();
		// Except for the times of its changes, which are new.
		expect(await itemById(item.id)).toEqual({ ...item, changed: expect.anything() });
	});
});
