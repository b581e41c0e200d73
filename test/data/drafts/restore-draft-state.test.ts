import { beforeEach, describe, expect, test } from "vitest";
import { redo, undo, undoable } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import { SHARE_STATE } from "../../../src/data/db/outbox.ts";
import { type DraftRecord, SHELF } from "../../../src/data/db/records.ts";
import { DraftClosed } from "../../../src/data/drafts/draft-closed.ts";
import { addDraft, deleteDraft } from "../../../src/data/drafts/draft-list.ts";
import { draftById, editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import {
	type DraftState,
	restoreDraftState,
} from "../../../src/data/drafts/restore-draft-state.ts";
import { binItems } from "../../../src/data/items/bin.ts";
import { deleteItems, sendItems } from "../../../src/data/items/item-moves.ts";
import { addItem, editItem, itemsOf } from "../../../src/data/items/items.ts";
import { editSponsor, emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

let draft: DraftRecord;
let one: string;
let two: string;
let state: DraftState;

async function add(note: string): Promise<string> {
	const links = [{ url: `https://${note.toLowerCase()}.example/`, title: "" }];
	return (await addItem({ section: "news", note, links }, "addItem")).item.id;
}

async function stateNow(): Promise<DraftState> {
	const now = await draftById(draft.id);
	if (!now) throw new Error("There is no draft.");
	return { draft: now, items: await itemsOf(now.id), sponsors: await sponsorsOf(now) };
}

const notes = async () => (await itemsOf(draft.id)).map(({ note }) => note);

beforeEach(async () => {
	draft = await openDraft();
	await editDraft(draft.id, { intro: "Before." });
	one = await add("One");
	two = await add("Two");
	const sponsor = emptySponsor(draft.id);
	await editSponsor(sponsor.id, { name: "Acme" }, draft.id);
	state = await stateNow();
});

/** Changes everything in the draft, and adds an item. */
async function work(): Promise<void> {
	await editDraft(draft.id, { intro: "After." });
	await editItem(one, { note: "One, edited", links: [{ url: "https://1.example/", title: "" }] });
	await deleteItems([two]);
	await add("Three");
	await editSponsor(`sponsor-${draft.id}`, { name: "Other" });
}

describe("Restoring an earlier state of a draft", () => {
	test("brings back its words, items and sponsors, and puts later items into the bin", async () => {
		await work();
		expect(await restoreDraftState(state)).toEqual({ changed: 4, deleted: 1, published: 0 });
		const now = await stateNow();
		expect(now.draft.intro).toBe("Before.");
		expect(now.sponsors.map(({ name }) => name)).toEqual(["Acme"]);
		expect(now.items.map(({ note, links, keys }) => ({ note, links, keys }))).toEqual(
			state.items.map(({ note, links, keys }) => ({ note, links, keys })),
		);
		expect((await binItems()).map(({ note }) => note)).toEqual(["Three"]);
	});

	test("is one step of Undo, in both directions", async () => {
		await work();
		const before = await stateNow();
		await restoreDraftState(state);
		expect((await undoable()).undo).toBe("restoreState");
		await undo();
		expect(await notes()).toEqual(["One, edited", "Three"]);
		const undone = await stateNow();
		expect(undone.draft.intro).toBe("After.");
		expect(undone.items[0]?.keys).toEqual(before.items[0]?.keys);
		expect(undone.sponsors.map(({ name }) => name)).toEqual(["Other"]);
		await redo();
		expect(await notes()).toEqual(["One", "Two"]);
	});

	test("changes nothing if the draft is in that state", async () => {
		const before = await undoable();
		expect(await restoreDraftState(state)).toEqual({ changed: 0, deleted: 0, published: 0 });
		expect(await undoable()).toEqual(before);
		expect(await stateNow()).toEqual(state);
	});

	test("gives what it writes the present time, so that it wins when machines are merged", async () => {
		await work();
		const edited = (await stateNow()).items[0]?.changed.note ?? 0;
		await restoreDraftState(state);
		const { items, draft: now } = await stateNow();
		expect(items[0]?.changed.note).toBeGreaterThanOrEqual(edited);
		expect(now.changed.intro).toBeGreaterThanOrEqual(edited);
	});

	test("takes items back from the shelf, and creates those that no longer exist", async () => {
		await sendItems([one], SHELF);
		await (await database()).delete("items", two);
		await restoreDraftState(state);
		expect(await notes()).toEqual(["One", "Two"]);
		expect(await itemsOf(SHELF)).toEqual([]);
		await undo();
		expect((await itemsOf(SHELF)).map(({ note }) => note)).toEqual(["One"]);
		expect(await notes()).toEqual([]);
	});

	test("leaves an item that was published in another issue where it is", async () => {
		const other = await addDraft();
		await sendItems([one], other.id);
		const published = { ...other, publishedTime: 5 };
		await (await database()).put("drafts", published);
		expect(await restoreDraftState(state)).toMatchObject({ published: 1 });
		expect(await notes()).toEqual(["Two"]);
		expect((await itemsOf(other.id)).map(({ note }) => note)).toEqual(["One"]);
	});

	test("opens a deleted draft again", async () => {
		await addDraft();
		await deleteDraft(draft.id);
		await restoreDraftState(state);
		expect((await draftById(draft.id))?.deletedAt).toBe(0);
		await undo();
		expect((await draftById(draft.id))?.deletedAt).not.toBe(0);
	});

	test("is refused once the draft is published", async () => {
		await work();
		await (await database()).put("drafts", { ...draft, publishedTime: 5 });
		await expect(restoreDraftState(state)).rejects.toBeInstanceOf(DraftClosed);
		expect(await notes()).toEqual(["One, edited", "Three"]);
	});

	test("is sent to the others if drafts are shared", async () => {
		await work();
		const opened = await database();
		await opened.put("sharing", { base: null }, SHARE_STATE);
		await restoreDraftState(state);
		const kinds = (await opened.getAll("outbox")).map(({ kind }) => kind).sort();
		expect(kinds).toEqual(["drafts", "items", "items", "items", "sponsors"]);
	});
});
