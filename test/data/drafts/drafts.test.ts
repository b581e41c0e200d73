import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { latestPublished, publishedNumbers } from "../../../src/data/archive/archive.ts";
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { undo } from "../../../src/data/db/change.ts";
import type { DraftRecord } from "../../../src/data/db/records.ts";
import { issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";
import { DraftClosed } from "../../../src/data/drafts/draft-closed.ts";
import {
	addDraft,
	deleteDraft,
	deletedDrafts,
	makeCurrent,
	openDrafts,
	restoreDraft,
} from "../../../src/data/drafts/draft-list.ts";
import {
	currentDraft,
	draftById,
	editDraft,
	openDraft,
	openDraftFinder,
} from "../../../src/data/drafts/drafts.ts";
import { dismissFinding } from "../../../src/data/drafts/preflight.ts";
import { type DraftSnapshot, publishDraft } from "../../../src/data/drafts/publishing.ts";
import { deleteItems, moveItems, sendItems } from "../../../src/data/items/item-moves.ts";
import { addItem, editItem, itemsOf, reviseItem } from "../../../src/data/items/items.ts";
import { houseStyle, lastSection, rememberSection } from "../../../src/data/settings/settings.ts";
import { moveBooking } from "../../../src/data/sponsors/sponsor-moves.ts";
import {
	addSponsor,
	deleteSponsor,
	editSponsor,
	emptySponsor,
} from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { published, publishedAs, seen } from "../published.ts";

beginWithEmptyDatabase();

async function publish(draft: DraftRecord, text = "the text"): Promise<DraftRecord> {
	const { next } = await publishDraft(await seen(draft), {
		path: `${draft.number}.md`,
		text,
		style: DEFAULT_HOUSE_STYLE,
		issue: issueInParts({
			number: draft.number ?? 0,
			issueDate: draft.issueDate ?? "",
			publishedAt: draft.publishedAt,
			intro: draft.intro,
			sponsors: [],
			sections: [],
			footer: draft.footer,
		}),
	});
	return next;
}

describe("The current draft", () => {
	test("is created when it is first needed, and only once for simultaneous requests", async () => {
		expect(await currentDraft()).toBeNull();
		const opened = await Promise.all([openDraft(), openDraft(), openDraft()]);
		expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
		expect(await currentDraft()).toEqual(opened[0]);
	});

	test("is not a step of Undo, so undoing the first clip keeps it", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		await undo();
		expect((await currentDraft())?.id).toBe(item.draftId);
		expect(await undo()).toBeNull();
	});

	test("has typing in one field as one step of Undo", async () => {
		const draft = await openDraft();
		await editDraft(draft.id, { intro: "H" });
		await editDraft(draft.id, { intro: "Hello" });
		await undo();
		expect((await currentDraft())?.intro).toBe("");
	});
});

describe("Publishing", () => {
	test("keeps the text unchanged and opens the next draft, with sponsor and footer", async () => {
		const draft = await openDraft();
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		const edited = await editDraft(draft.id, { number: 468, footer: "Bye." });
		const next = await publish(edited, "exactly\r\n this ");
		expect(next).toMatchObject({ number: 469, footer: "Bye.", intro: "" });
		expect(await sponsorsOf(next)).toMatchObject([{ name: "Acme" }]);
		expect((await currentDraft())?.id).toBe(next.id);
		expect((await latestPublished())?.text).toBe("exactly\r\n this ");
	});

	test("leaves the next draft without items", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		const next = await publish(await openDraft());
		expect(await itemsOf(next.id)).toEqual([]);
		expect(await itemsOf(item.draftId)).toHaveLength(1);
	});

	test("protects the items from a popup that still shows one of them", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		await publish(await openDraft());
		expect(await reviseItem(item.id, "editItem", () => ({ note: "b" }))).toBeNull();
	});

	test("is refused a second time", async () => {
		const draft = await openDraft();
		await publish(draft);
		await expect(publish(draft)).rejects.toThrow("already published");
		expect(await publishedNumbers()).toEqual([1]);
	});

	test("continues with allowed values after the greatest number and the latest week", async () => {
		const { id } = await openDraft();
		const number = Number.MAX_SAFE_INTEGER;
		const last = await editDraft(id, { number, issueDate: "9999-12-31" });
		expect(await publish(last)).toMatchObject({ number, issueDate: "9999-12-31" });
		expect(readBackup(backupText(await dumpRecords("test")))).toHaveProperty("backup");
	});

	test("is refused for a number that the archive already has, and then changes nothing", async () => {
		await publish(await openDraft());
		const next = await openDraft();
		await expect(publish(await editDraft(next.id, { number: 1 }))).rejects.toThrow("Issue 1");
		expect((await currentDraft())?.id).toBe(next.id);
		expect(await publishedNumbers()).toEqual([1]);
	});

	test("moves items that were added after the draft was read to the next draft, in their section", async () => {
		const draft = await openDraft();
		const { item } = await addItem({ section: "news", note: "In time", links: [] });
		const { item: empty } = await addItem({ section: "news", note: "", links: [] });
		const read = await seen(draft);
		await addItem({ section: "tools", note: "Too late", links: [] });
		await editItem(empty.id, { note: "Filled in too late" });
		const { next, late } = await publishedAs(read);
		expect((await latestPublished())?.text).not.toContain("late");
		expect((await itemsOf(next.id)).map(({ note }) => note).sort()).toEqual([
			"Filled in too late",
			"Too late",
		]);
		expect(late).toHaveLength(2);
		expect((await itemsOf(draft.id)).map(({ id }) => id)).toEqual([item.id]);
		await undo();
		expect(await itemsOf(draft.id)).toHaveLength(3);
	});

	test.each([
		[
			"a note",
			async ({ items: [item] }: DraftSnapshot) => editItem(item?.id ?? "", { note: "Changed" }),
		],
		["the intro", async ({ draft }: DraftSnapshot) => editDraft(draft.id, { intro: "Changed" })],
		[
			"the sponsor",
			async ({ sponsors: [one] }: DraftSnapshot) => editSponsor(one?.id ?? "", { name: "B" }),
		],
		["an item", async ({ items: [item] }: DraftSnapshot) => deleteItems([item?.id ?? ""])],
	])("is refused if %s was changed after the draft was read", async (_, meanwhile) => {
		const draft = await openDraft();
		await addItem({ section: "news", note: "Read", links: [] });
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		const read = await seen(draft);
		await meanwhile(read);
		await expect(publishedAs(read)).rejects.toThrow("was changed");
		expect(await publishedNumbers()).toEqual([]);
		expect((await currentDraft())?.id).toBe(draft.id);
	});

	test("is completely undone by Undo", async () => {
		const draft = await openDraft();
		await publish(draft);
		await undo();
		expect((await currentDraft())?.id).toBe(draft.id);
		expect(await publishedNumbers()).toEqual([]);
	});
});

describe.each([
	["published", (draft: DraftRecord) => published(draft)],
	["deleted", (draft: DraftRecord) => deleteDraft(draft.id)],
])("A draft that has been %s", (_, close) => {
	const made = async () => {
		const draft = await openDraft();
		const other = await addDraft();
		const { item } = await addItem({ section: "news", note: "As it ran", links: [] });
		await editSponsor(emptySponsor(draft.id).id, { name: "Acme" }, draft.id);
		const { item: elsewhere } = await addItem(
			{ ...item, note: "There" },
			"addItem",
			openDraftFinder(other.id),
		);
		await close(draft);
		return { draft, item, sponsor: emptySponsor(draft.id), elsewhere };
	};
	type Made = Awaited<ReturnType<typeof made>>;

	test.each<[string, (made: Made) => Promise<unknown>]>([
		["a note", ({ item }) => editItem(item.id, { note: "More" })],
		["an intro", ({ draft }) => editDraft(draft.id, { intro: "More" })],
		["a sponsor's name", ({ sponsor }) => editSponsor(sponsor.id, { name: "More" })],
		["a sponsor", ({ draft }) => addSponsor(draft.id)],
		[
			"an item",
			({ draft, item }) => addItem({ ...item, note: "More" }, "addItem", openDraftFinder(draft.id)),
		],
		["an item from elsewhere", ({ draft, elsewhere }) => sendItems([elsewhere.id], draft.id)],
		["a dismissed finding", ({ draft }) => dismissFinding(draft.id, "empty", true)],
		["another order", ({ item }) => moveItems([item.id], "tools", null)],
		["the deletion of an item", ({ item }) => deleteItems([item.id])],
		["the deletion of its sponsor", ({ sponsor }) => deleteSponsor(sponsor.id)],
		[
			"another issue for its sponsor",
			({ sponsor }) => moveBooking(sponsor.id, { number: 9, issueDate: null }),
		],
		["clips", ({ draft }) => makeCurrent(draft.id)],
		["deletion", ({ draft }) => deleteDraft(draft.id)],
	])("refuses %s and does not change", async (_, write) => {
		const before = await made();
		const records = async () => ({
			draft: await draftById(before.draft.id),
			items: await itemsOf(before.draft.id),
			sponsors: await sponsorsOf(before.draft),
		});
		const then = await records();
		await expect(write(before)).rejects.toThrow(DraftClosed);
		expect(await records()).toEqual(then);
	});

	test("says that words were not saved, and accepts them after it is opened again", async () => {
		const { draft, item } = await made();
		const links = [{ url: "https://a.example/", title: "A" }];
		const write = () => editItem(item.id, { note: "More", links });
		await expect(write()).rejects.toMatchObject({ issue: draft.number, hadWords: true });
		await undo();
		expect((await write()).note).toBe("More");
	});
});

describe("Another draft", () => {
	test("is created for the issue after all others, and clips still go to the same draft as before", async () => {
		const first = await openDraft();
		const second = await addDraft();
		const third = await addDraft();
		expect([first.number, second.number, third.number]).toEqual([1, 2, 3]);
		expect(String(third.issueDate) > String(second.issueDate)).toBe(true);
		expect((await currentDraft())?.id).toBe(first.id);
		expect((await openDrafts()).map(({ number }) => number)).toEqual([1, 2, 3]);
	});

	test("receives clips when it is made the current draft", async () => {
		await openDraft();
		const second = await addDraft();
		await makeCurrent(second.id);
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		expect(item.draftId).toBe(second.id);
		await undo();
		await undo();
		expect((await currentDraft())?.number).toBe(1);
	});

	test("becomes the current draft when the earlier issue is published", async () => {
		const first = await openDraft();
		const second = await addDraft();
		expect((await publish(first)).id).toBe(second.id);
		expect((await currentDraft())?.id).toBe(second.id);
		expect(await openDrafts()).toHaveLength(1);
	});

	test("is deleted with everything in it, and a different one becomes current; Undo restores it", async () => {
		const first = await openDraft();
		const second = await addDraft();
		await deleteDraft(first.id);
		expect((await currentDraft())?.id).toBe(second.id);
		expect((await deletedDrafts(0)).map(({ id }) => id)).toEqual([first.id]);
		await undo();
		expect((await currentDraft())?.id).toBe(first.id);
		expect(await openDrafts()).toHaveLength(2);
	});

	test("can be restored from the bin", async () => {
		const first = await openDraft();
		await deleteDraft(first.id);
		expect(await currentDraft()).toBeNull();
		await restoreDraft(first.id);
		expect((await currentDraft())?.id).toBe(first.id);
	});
});

describe("Settings", () => {
	test("begin with the default house style and no last section", async () => {
		expect(await houseStyle()).toEqual(DEFAULT_HOUSE_STYLE);
		expect(await lastSection()).toBeNull();
	});

	test("remember the last section without a step of Undo", async () => {
		await rememberSection("tools");
		expect(await lastSection()).toBe("tools");
		expect(await undo()).toBeNull();
	});
});
