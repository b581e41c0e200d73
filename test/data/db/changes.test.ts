import { describe, expect, test, vi } from "vitest";
import { publishedNumbers, removeFromArchive } from "../../../src/data/archive/archive.ts";
import { mentionsOfLink } from "../../../src/data/archive/mentions.ts";
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { change, redo, undo, undoable } from "../../../src/data/db/change.ts";
import { onChange, type StoreName } from "../../../src/data/db/changes.ts";
import { database } from "../../../src/data/db/database.ts";
import { NumberTaken } from "../../../src/data/db/number-taken.ts";
import { SHELF } from "../../../src/data/db/records.ts";
import { addDraft, deleteDraft } from "../../../src/data/drafts/draft-list.ts";
import { currentDraft, editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import { deleteItems, moveItems, sendItems } from "../../../src/data/items/item-moves.ts";
import { addItem, editItem, itemById } from "../../../src/data/items/items.ts";
import { restore } from "../../../src/data/restore/backup-restore.ts";
import { deleteSponsor, editSponsor, emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { published } from "../published.ts";

beginWithEmptyDatabase();

test("A change is announced to every page after it has been written to the database", async () => {
	await openDraft();
	const heard: StoreName[][] = [];
	const stop = onChange((stores) => heard.push([...stores]));
	await addItem({ section: "news", note: "a", links: [] });
	await vi.waitFor(() => expect(heard).toHaveLength(1));
	expect(new Set(heard[0])).toEqual(new Set(["items", "history"]));
	stop();
	await addItem({ section: "news", note: "b", links: [] });
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(heard).toHaveLength(1);
});

test("A change that fails halfway writes nothing, and is not a step of Undo", async () => {
	const draft = await openDraft();
	const steps = await (await database()).count("history");
	const failing = change("editDraft", null, async (edit) => {
		await edit.put("drafts", { ...draft, intro: "half" });
		throw new Error("on purpose");
	});
	await expect(failing).rejects.toThrow("on purpose");
	expect((await currentDraft())?.intro).toBe("");
	expect(await (await database()).count("history")).toBe(steps);
});

test("Every change is written with strict durability", async () => {
	const transaction = vi.spyOn(await database(), "transaction");
	await addItem({ section: "news", note: "a", links: [] });
	expect(transaction).toHaveBeenCalledWith(expect.anything(), "readwrite", {
		durability: "strict",
	});
});

test("Typing that restores the earlier text undoes the typing before it, which can be redone", async () => {
	const { item } = await addItem({ section: "news", note: "Before", links: [] });
	await editItem(item.id, { note: "Before, and after" });
	await editItem(item.id, { note: "Before" });
	expect(await undoable()).toEqual({ undo: "clip", redo: "editItem" });
	await redo();
	expect((await itemById(item.id))?.note).toBe("Before, and after");
	expect(await undoable()).toEqual({ undo: "editItem", redo: null });
});

test("Typing that is taken back step by step leaves each step for Redo", async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	const { item } = await addItem({ section: "news", note: "a", links: [] });
	for (const note of ["ab", "abc", "ab", "a"]) {
		// Longer than the pause that separates two steps of typing.
		vi.advanceTimersByTime(60_000);
		await editItem(item.id, { note });
	}
	expect((await undoable()).undo).toBe("clip");
	await redo();
	expect((await itemById(item.id))?.note).toBe("ab");
	await redo();
	expect((await itemById(item.id))?.note).toBe("abc");
	vi.useRealTimers();
});

describe("An issue that was removed from the archive, when an issue with its number has been imported since,", () => {
	const texts = async () => (await (await database()).getAll("archive")).map(({ text }) => text);

	test("does not overwrite that issue when it was imported itself", async () => {
		await addItem({ section: "news", note: "Before", links: [] });
		await archived(5, [["News", "Wrong", "https://a.example/"]]);
		await removeFromArchive("imported-5");
		await archived(5, [["News", "Right", "https://a.example/"]]);
		await expect(undo()).rejects.toThrow(NumberTaken);
		const [issue, ...others] = await (await database()).getAll("archive");
		expect(issue?.issue.parts.at(-1)).toMatchObject({ note: "Right" });
		expect(others).toEqual([]);
		expect(await mentionsOfLink("https://a.example/")).toHaveLength(1);
	});

	test("is not restored beside that issue when it was published here", async () => {
		const draft = await openDraft();
		await published(draft);
		await removeFromArchive(draft.id);
		await archived(Number(draft.number), []);
		await expect(undo()).rejects.toThrow(NumberTaken);
		expect(await texts()).toEqual([`issue ${draft.number}`]);
	});

	test("does not prevent undoing the changes before the removal", async () => {
		const { item } = await addItem({ section: "news", note: "Before", links: [] });
		await archived(5, []);
		await removeFromArchive("imported-5");
		await archived(5, []);
		await expect(undo()).rejects.toThrow(NumberTaken);
		expect(await undoable()).toEqual({ undo: "clip", redo: null });
		await undo();
		expect((await itemById(item.id))?.deletedAt).not.toBeNull();
		expect(await texts()).toEqual(["issue 5"]);
	});
});

test("Publishing is not redone when an issue with its number has been imported since", async () => {
	const draft = await openDraft();
	await published(draft);
	await undo();
	await archived(Number(draft.number), []);
	await expect(redo()).rejects.toThrow(NumberTaken);
	expect(await publishedNumbers()).toEqual([draft.number]);
	expect((await currentDraft())?.id).toBe(draft.id);
	expect(await undoable()).toEqual({ undo: null, redo: "publish" });
});

describe("The result of Undo", () => {
	const backup = async () => {
		const reading = readBackup(backupText(await dumpRecords("test")));
		if ("refused" in reading) throw new Error(reading.refused.place);
		return reading.backup;
	};
	const made = async () => {
		const draft = await openDraft();
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		const { item } = await addItem({ section: "news", note: "A long, good note", links: [] });
		return { draft, item };
	};
	type Made = Awaited<ReturnType<typeof made>>;
	const everything = async () => {
		const records = await dumpRecords("test");
		const words = <R extends object>(record: R) => ({ ...record, changed: {} });
		return [records.drafts, records.items, records.sponsors].map((list) => list.map(words));
	};

	test.each<[string, (made: Made) => Promise<unknown>]>([
		["a note that was cleared", ({ item }) => editItem(item.id, { note: "" })],
		["an item that was moved", ({ item }) => moveItems([item.id], "tools", null)],
		["an item that was shelved", ({ item }) => sendItems([item.id], SHELF)],
		["an item that was deleted", ({ item }) => deleteItems([item.id])],
		["an intro that was changed", ({ draft }) => editDraft(draft.id, { intro: "No" })],
		["a sponsor that was deleted", ({ draft }) => deleteSponsor(emptySponsor(draft.id).id)],
		["a draft that was deleted", ({ draft }) => deleteDraft(draft.id)],
	])("stays when a backup made before Undo is merged: %s", async (_, change) => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const before = await made();
		await addDraft();
		const then = await everything();
		vi.advanceTimersByTime(1_000);
		await change(before);
		const saved = await backup();
		vi.advanceTimersByTime(1_000);
		await undo();
		await restore(saved, "merge", "test");
		expect(await everything()).toEqual(then);
		vi.useRealTimers();
	});

	test("is removed again by Redo, and stays removed when a backup made before that is merged", async () => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const { item } = await made();
		await undo();
		vi.advanceTimersByTime(1_000);
		const without = await backup();
		vi.advanceTimersByTime(1_000);
		await redo();
		await restore(without, "merge", "test");
		expect(await itemById(item.id)).toMatchObject({ note: "A long, good note", deletedAt: null });
		vi.useRealTimers();
	});
});
