import { describe, expect, test } from "vitest";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { latestPublished, publishedNumbers } from "../../src/storage/archive.ts";
import { undo } from "../../src/storage/change.ts";
import { currentDraft, editDraft, openDraft, publishDraft } from "../../src/storage/drafts.ts";
import { addItem, itemsOf, reviseItem } from "../../src/storage/items.ts";
import type { DraftRecord } from "../../src/storage/records.ts";
import { houseStyle, lastSection, rememberSection } from "../../src/storage/settings.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";

beginWithEmptyDatabase();

function publish(draft: DraftRecord, text = "the text"): Promise<DraftRecord> {
	return publishDraft(draft.id, {
		fileName: `${draft.number}.md`,
		text,
		style: DEFAULT_STYLE,
		issue: {
			number: draft.number,
			issueDate: draft.issueDate,
			publishedAt: draft.publishedAt,
			intro: draft.intro,
			sponsors: [],
			sections: [],
			footer: draft.footer,
		},
	});
}

describe("The current draft", () => {
	test("is not there before anything asks for it, and is one however many ask at once", async () => {
		expect(await currentDraft()).toBeNull();
		const opened = await Promise.all([openDraft(), openDraft(), openDraft()]);
		expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
		expect(await currentDraft()).toEqual(opened[0]);
	});

	test("is no step of Undo, so that undoing the first clip leaves it", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		await undo();
		expect((await currentDraft())?.id).toBe(item.draftId);
		expect(await undo()).toBeNull();
	});

	test("joins typing in one field into one step of Undo", async () => {
		const draft = await openDraft();
		await editDraft(draft.id, { intro: "H" });
		await editDraft(draft.id, { intro: "Hello" });
		await undo();
		expect((await currentDraft())?.intro).toBe("");
	});
});

describe("Publishing", () => {
	test("keeps the text as it was and opens the next draft, with sponsor and footer", async () => {
		const draft = await openDraft();
		const sponsors = [{ id: "s", name: "Acme", note: "", links: [] }];
		const edited = await editDraft(draft.id, { number: 468, sponsors, footer: "Bye." });
		const next = await publish(edited, "exactly\r\n this ");
		expect(next).toMatchObject({ number: 469, sponsors, footer: "Bye.", intro: "" });
		expect((await currentDraft())?.id).toBe(next.id);
		expect((await latestPublished())?.text).toBe("exactly\r\n this ");
	});

	test("leaves the next draft empty of items", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		const next = await publish(await openDraft());
		expect(await itemsOf(next.id)).toEqual([]);
		expect(await itemsOf(item.draftId)).toHaveLength(1);
	});

	test("puts the items out of reach of a popup that is still open on one", async () => {
		const { item } = await addItem({ section: "news", note: "a", links: [] });
		await publish(await openDraft());
		expect(await reviseItem(item.id, "editItem", () => ({ note: "b" }))).toBeNull();
	});

	test("is not done twice", async () => {
		const draft = await openDraft();
		await publish(draft);
		await expect(publish(draft)).rejects.toThrow("already published");
		expect(await publishedNumbers()).toEqual([1]);
	});

	test("is refused a number that the archive has, and changes nothing", async () => {
		await publish(await openDraft());
		const next = await openDraft();
		await expect(publish(await editDraft(next.id, { number: 1 }))).rejects.toThrow("Issue 1");
		expect((await currentDraft())?.id).toBe(next.id);
		expect(await publishedNumbers()).toEqual([1]);
	});

	test("is taken back whole by Undo", async () => {
		const draft = await openDraft();
		await publish(draft);
		await undo();
		expect((await currentDraft())?.id).toBe(draft.id);
		expect(await publishedNumbers()).toEqual([]);
	});
});

describe("Settings", () => {
	test("begin with the default house style and no last section", async () => {
		expect(await houseStyle()).toEqual(DEFAULT_STYLE);
		expect(await lastSection()).toBeNull();
	});

	test("remember the last section without a step of Undo", async () => {
		await rememberSection("tools");
		expect(await lastSection()).toBe("tools");
		expect(await undo()).toBeNull();
	});
});
