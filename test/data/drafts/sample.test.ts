import { describe, expect, test } from "vitest";
import { clip } from "../../../src/capture/clip.ts";
import { contentsOf } from "../../../src/core/archive/contents.ts";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import { SAMPLE } from "../../../src/data/db/records.ts";
import {
	deleteDraft,
	deletedDrafts,
	makeCurrent,
	openDrafts,
} from "../../../src/data/drafts/draft-list.ts";
import { draftById, openDraft } from "../../../src/data/drafts/drafts.ts";
import { publishDraft } from "../../../src/data/drafts/publishing.ts";
import { loadSample, removeSample } from "../../../src/data/drafts/sample.ts";
import { binItems } from "../../../src/data/items/bin.ts";
import { deleteItems, moveItems, sendItems } from "../../../src/data/items/item-moves.ts";
import { editItem, itemsOf } from "../../../src/data/items/items.ts";
import { saveHouseStyle } from "../../../src/data/settings/settings.ts";
import { bookSponsor } from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { sectionModel } from "../../../src/data/suggestion/section-model.ts";
import { trainSuggestion } from "../../../src/data/suggestion/training.ts";
import { assemble } from "../../../src/export/assemble.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { seen } from "../published.ts";

beginWithEmptyDatabase();

async function sample() {
	const draft = await draftById(SAMPLE);
	if (!draft) throw new Error("The sample is not there.");
	return draft;
}

/** Every record of the sample that remains, in any store. */
async function remains(): Promise<string[]> {
	const opened = await database();
	const drafts = await opened.getAllKeys("drafts");
	const items = await opened.getAllKeysFromIndex("items", "draft", SAMPLE);
	const sponsors = await opened.getAllKeysFromIndex("sponsors", "draft", SAMPLE);
	return [...drafts.filter((id) => id === SAMPLE), ...items, ...sponsors];
}

describe("The sample", () => {
	test("is a draft with intro, sponsor, items in every section, and a footer", async () => {
		await loadSample();
		const draft = await sample();
		const [sponsors, items] = [await sponsorsOf(draft), await itemsOf(SAMPLE)];
		const issue = assemble(draft, sponsors, items, DEFAULT_HOUSE_STYLE);
		const { sponsors: stood, sections } = contentsOf(issue);
		expect(issue.parts[0]).toMatchObject({ kind: "text" });
		expect(issue.parts.at(-1)).toMatchObject({ kind: "text" });
		expect(stood).toMatchObject([{ heading: "From our sponsor, Harbourlight" }]);
		expect(sections.map(({ heading }) => heading)).toEqual(["News", "Tools"]);
		expect(sections.map((section) => section.items.length)).toEqual([7, 3]);
	});

	test("only uses sections that the house style shows", async () => {
		const jobs = { id: "jobs", heading: "Jobs", level: 1, underline: null };
		const sections = [
			{ ...jobs, hidden: true as const },
			...DEFAULT_HOUSE_STYLE.sections,
			{ ...jobs, id: "more" },
		];
		await saveHouseStyle({ ...DEFAULT_HOUSE_STYLE, sections });
		await loadSample();
		const used = (await itemsOf(SAMPLE)).map(({ section }) => section);
		expect([...new Set(used)]).toEqual(["news", "tools", "more"]);
	});

	test("does not change the current draft", async () => {
		const { id } = await openDraft();
		await loadSample();
		expect((await openDraft()).id).toBe(id);
		const result = await clip({
			url: "https://12factor.net/",
			title: "",
			note: "",
			section: "news",
		});
		expect(result).toMatchObject({ outcome: "added", item: { draftId: id } });
		await expect(makeCurrent(SAMPLE)).rejects.toThrow();
	});

	test("exists only once, and keeps its changes when it is loaded again", async () => {
		await loadSample();
		const [first] = await itemsOf(SAMPLE);
		await editItem(first?.id ?? "", { note: "Mine." });
		await loadSample();
		expect((await openDrafts()).filter((draft) => draft.sample)).toHaveLength(1);
		expect((await itemsOf(SAMPLE))[0]?.note).toBe("Mine.");
		expect(await itemsOf(SAMPLE)).toHaveLength(10);
	});

	test("is never published", async () => {
		await loadSample();
		const draft = await sample();
		const issue = assemble(draft, [], await itemsOf(SAMPLE), DEFAULT_HOUSE_STYLE);
		const file = { path: "a.md", text: "", issue, style: DEFAULT_HOUSE_STYLE };
		await expect(publishDraft(await seen(draft), file)).rejects.toThrow("not published");
		expect(await sample()).toEqual(draft);
	});

	test("accepts no bookings of sponsors, and no items that are meant for an issue", async () => {
		await openDraft();
		await loadSample();
		const draft = await sample();
		await bookSponsor({ name: "Real", number: draft.number });
		expect((await sponsorsOf(draft)).map(({ name }) => name)).toEqual(["Harbourlight"]);
		const added = await clip({ url: "https://example.com/", title: "", note: "", section: "news" });
		if (added.outcome === "failed") throw new Error(added.sentence);
		await expect(sendItems([added.item.id], SAMPLE)).rejects.toThrow();
	});

	test("is not used to learn about sections", async () => {
		await loadSample();
		const [first] = await itemsOf(SAMPLE);
		await moveItems([first?.id ?? ""], "tools", null);
		await trainSuggestion([first?.id ?? ""]);
		expect(await sectionModel()).toBeNull();
	});
});

describe("Removing the sample", () => {
	test("leaves nothing behind, not even in the bin", async () => {
		await loadSample();
		const [first, second] = await itemsOf(SAMPLE);
		await deleteItems([first?.id ?? ""]);
		await editItem(second?.id ?? "", { note: "Mine." });
		expect(await binItems()).toEqual([]);
		await removeSample();
		expect(await remains()).toEqual([]);
		expect(await binItems()).toEqual([]);
		expect(await deletedDrafts(0)).toEqual([]);
	});

	test("is the same as deleting its draft", async () => {
		await loadSample();
		await deleteDraft(SAMPLE);
		expect(await remains()).toEqual([]);
	});

	test("can be undone and redone, and so can loading it", async () => {
		await loadSample();
		const before = await remains();
		await removeSample();
		expect((await undo())?.kind).toBe("removeSample");
		expect(await remains()).toEqual(before);
		expect(await itemsOf(SAMPLE)).toHaveLength(10);
		await redo();
		expect(await remains()).toEqual([]);
		await undo();
		expect((await undo())?.kind).toBe("loadSample");
		expect(await remains()).toEqual([]);
		await redo();
		expect(await remains()).toEqual(before);
	});

	test("keeps an item that was moved to a real draft, even when the sample is loaded again", async () => {
		const { id } = await openDraft();
		await loadSample();
		const [first] = await itemsOf(SAMPLE);
		await sendItems([first?.id ?? ""], id);
		await removeSample();
		await loadSample();
		expect(await itemsOf(id)).toMatchObject([{ id: first?.id, note: first?.note }]);
	});

	test("can be followed by loading it again", async () => {
		await loadSample();
		const [first] = await itemsOf(SAMPLE);
		await editItem(first?.id ?? "", { note: "Mine." });
		await removeSample();
		await loadSample();
		expect((await itemsOf(SAMPLE))[0]?.note).not.toBe("Mine.");
	});
});
