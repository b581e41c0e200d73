import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentsOf } from "../../../src/core/archive/contents.ts";
import { latestPublished } from "../../../src/data/archive/archive.ts";
import { createDesk, type Desk } from "../../../src/options/app/desk.ts";
import type { SponsorFieldSet } from "../../../src/options/sponsors/sponsor-fields.ts";
import { archived } from "../../data/archived.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { mapStorage } from "../map-storage.ts";

beginWithEmptyDatabase();

import { editDraft } from "../../../src/data/drafts/drafts.ts";
import { addItem, itemById } from "../../../src/data/items/items.ts";
import { emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { markdown } from "../../../src/export/markdown.ts";

interface Outbox {
	files: { fileName: string; mime: string; text: string }[];
	copied: string[];
	clipboard: "open" | "closed";
	storage: Storage;
}

let outbox: Outbox;
const ends: (() => void)[] = [];

beforeEach(() => {
	outbox = { files: [], copied: [], clipboard: "open", storage: mapStorage() };
});

afterEach(() => {
	for (const end of ends.splice(0)) end();
});

async function openDesk(): Promise<Desk> {
	const desk = createDesk({
		download: (fileName, mime, text) => outbox.files.push({ fileName, mime, text }),
		async copy(text) {
			if (outbox.clipboard === "closed") throw new DOMException("no", "NotAllowedError");
			outbox.copied.push(text);
		},
		shortcuts: async () => ({}),
		storage: outbox.storage,
	});
	ends.push(desk.start());
	await vi.waitFor(() => expect(desk.stored.draft.value).not.toBeNull());
	return desk;
}

function draftFields(desk: Desk) {
	const fields = desk.fields.draft.value;
	if (!fields) throw new Error("The draft has not been read.");
	return fields;
}

/** The fields of the first sponsor, which may still be empty. */
function sponsorFields(desk: Desk): SponsorFieldSet {
	const draftId = desk.stored.draft.value?.id ?? "";
	return desk.fields.sponsor(desk.stored.sponsors.value[0]?.id ?? emptySponsor(draftId).id);
}

async function fillIn(desk: Desk): Promise<void> {
	const fields = draftFields(desk);
	fields.number.type("468");
	fields.issueDate.type("2019-12-15");
	fields.publishedAt.type("2019-12-22T13:40:01+00:00");
	const sponsor = sponsorFields(desk);
	sponsor.name.type("VictorOps");
	sponsor.note.type("Buy it");
	sponsor.links.type("https://s.example/");
	fields.footer.type("The end");
	await desk.fields.flush();
	const links = [{ url: "https://a.example/", title: "A" }];
	await addItem({ section: "news", note: "A post", links });
	await desk.stored.refresh();
}

describe("The desk", () => {
	test("keeps every field of a sponsor that is typed without a pause", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		expect(desk.stored.sponsors.value).toMatchObject([
			{ name: "VictorOps", note: "Buy it", links: [{ url: "https://s.example/" }] },
		]);
		for (const name of ["name", "note", "links"] as const) {
			sponsorFields(desk)[name].type("");
			await desk.fields.flush();
		}
		expect(contentsOf(desk.assembled.value?.issue ?? { parts: [] }).sponsors).toEqual([]);
	});

	test("shows changes of another page immediately", async () => {
		const [one, other] = [await openDesk(), await openDesk()];
		draftFields(other).intro.type("From the other");
		await other.fields.flush();
		const { item } = await addItem({ section: "tools", note: "Clipped", links: [] });
		await vi.waitFor(() => {
			expect(draftFields(one).intro.text.value).toBe("From the other");
			expect(one.stored.itemsIn("tools").value).toEqual([item.id]);
		});
	});

	test("keeps the same objects for items that another page does not change", async () => {
		const desk = await openDesk();
		const { item: one } = await addItem({ section: "news", note: "One", links: [] });
		const { item: two } = await addItem({ section: "news", note: "Two", links: [] });
		await desk.stored.refresh();
		const before = desk.stored.item(one.id).value;
		const order = desk.stored.itemsIn("news").value;
		desk.fields.item(two.id).note.type("Two, changed");
		await desk.fields.item(two.id).note.flush();
		expect(desk.stored.item(two.id).value?.note).toBe("Two, changed");
		expect(desk.stored.item(one.id).value).toBe(before);
		expect(desk.stored.itemsIn("news").value).toBe(order);
	});

	test("moves an item to the next section, reports it, and Undo moves it back", async () => {
		const desk = await openDesk();
		const { item } = await addItem({ section: "news", note: "One", links: [] });
		await desk.stored.refresh();
		await desk.items.move([item.id], "down");
		expect(desk.stored.itemsIn("tools").value).toEqual([item.id]);
		expect(desk.notice.value?.sentence).toEqual({ key: "optionsMoved", values: ["Tools", 1, 1] });
		await desk.undo();
		expect(desk.stored.itemsIn("news").value).toEqual([item.id]);
		await desk.redo();
		expect(desk.stored.itemsIn("tools").value).toEqual([item.id]);
		await desk.items.move([item.id], "down");
		expect(desk.notice.value?.sentence.key).toBe("optionsAtEnd");
	});

	test("restores a deleted item with the text typed last", async () => {
		const desk = await openDesk();
		const id = await desk.items.add("news");
		if (!id) throw new Error("No item was added.");
		expect(desk.items.isOpen(id)).toBe(true);
		desk.fields.item(id).note.type("Typed a moment ago");
		expect(await desk.items.delete([id])).toBeNull();
		expect(desk.stored.itemsIn("news").value).toEqual([]);
		await desk.undo();
		expect(desk.stored.item(id).value?.note).toBe("Typed a moment ago");
	});
});

describe("A full disk", () => {
	afterEach(() => vi.restoreAllMocks());

	test("is reported, loses no text, prevents Export, and the change can be tried again", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		draftFields(desk).intro.type("Not to be lost");
		await desk.publishing.download(markdown);
		expect(desk.saving.failure.value?.key).toBe("optionsSaveFailedFull");
		expect(draftFields(desk).intro.text.value).toBe("Not to be lost");
		expect(draftFields(desk).intro.unsaved.value).toBe(true);
		expect(outbox.files).toEqual([]);
		put.mockRestore();
		await desk.fields.flush();
		expect(desk.saving.failure.value).toBeNull();
		expect(desk.stored.draft.value?.intro).toBe("Not to be lost");
	});
});

describe("Export", () => {
	test("downloads what the preview shows, under the name of the house style", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		expect(await desk.publishing.download(markdown)).toBeNull();
		expect(outbox.files).toMatchObject([{ fileName: "2019-12-22-468.md", mime: "text/markdown" }]);
		await vi.waitFor(() => expect(desk.preview.value?.markdown).toBe(outbox.files[0]?.text));
	});

	test("first saves typed text, and leaves out an empty item", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.items.add("tools");
		draftFields(desk).intro.type("Typed this moment");
		await desk.publishing.copy(markdown);
		expect(outbox.copied[0]).toContain("Typed this moment");
		expect(outbox.copied[0]).not.toContain("Tools");
	});

	test("only names the field if a value is not valid", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		draftFields(desk).issueDate.type("2019-02-30");
		const { copy, download, publish } = desk.publishing;
		for (const way of [() => copy(markdown), () => download(markdown), publish]) {
			expect((await way())?.id).toMatch(/^draft-.+-issueDate$/);
		}
		expect(desk.notice.value?.sentence.key).toBe("optionsBadDate");
		expect(outbox.files).toEqual([]);
		expect(desk.stored.draft.value?.issueDate).toBe("2019-12-15");
	});

	test("is not prevented by a deleted item", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		const id = (await desk.items.add("tools")) ?? "";
		desk.fields.item(id).links.type("nonsense");
		expect((await desk.publishing.download(markdown))?.id).toBe(`item-${id}-links`);
		await desk.items.delete([id]);
		expect(await desk.publishing.download(markdown)).toBeNull();
		await desk.undo();
		expect(desk.fields.item(id).links.text.value).toBe("nonsense");
		expect((await desk.publishing.download(markdown))?.id).toBe(`item-${id}-links`);
	});

	test("reports a refused clipboard, and selects the text to be copied by hand", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		outbox.clipboard = "closed";
		await desk.publishing.copy(markdown);
		expect(desk.notice.value?.sentence.key).toBe("optionsCopyFailed");
		expect(desk.publishing.copiesFailed.value).toBe(1);
	});

	test("does not select the markdown for a format that the preview does not show", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		outbox.clipboard = "closed";
		const refused = { ...markdown.refused, copy: "optionsLeftNotCopied" } as const;
		await desk.publishing.copy({ ...markdown, refused, isPreviewed: false });
		expect(desk.notice.value?.sentence.key).toBe("optionsLeftNotCopied");
		expect(desk.publishing.copiesFailed.value).toBe(0);
	});
});

describe("Publish", () => {
	test("archives exactly what it downloads, and opens the next draft", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.publishing.publish();
		const archived = await latestPublished();
		expect(archived?.text).toBe(outbox.files[0]?.text);
		expect(archived?.path).toBe("2019-12-22-468.md");
		const fields = draftFields(desk);
		expect(fields.number.text.value).toBe("469");
		expect(fields.issueDate.text.value).toBe("2019-12-22");
		expect(sponsorFields(desk).name.text.value).toBe("VictorOps");
		expect(fields.footer.text.value).toBe("The end");
		expect(desk.stored.items.value).toEqual([]);
		const { key, values } = desk.notice.value?.sentence ?? {};
		expect(key).toMatch(/^optionsPublished/);
		expect(values?.slice(-2)).toEqual([468, 469]);
	});

	test("reports how many findings preflight had, and still publishes", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await vi.waitFor(() => expect(desk.preflight.open.value).not.toBeNull());
		const open = desk.preflight.count();
		expect(open).toBeGreaterThan(0);
		await desk.publishing.publish();
		const { key, values } = desk.notice.value?.sentence ?? {};
		expect(key).toBe("optionsPublishedOpen_other");
		expect(values).toEqual([open, 468, 469]);
		expect(outbox.files).toHaveLength(1);
	});

	test("moves a clip made at that moment to the next draft, and says so", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		const late = addItem({ section: "news", note: "Late", links: [] });
		await Promise.all([late, desk.publishing.publish()]);
		const { key, values } = desk.notice.value?.sentence ?? {};
		expect(key).toBe("optionsPublishedLate_other");
		expect(values).toEqual([1, 468, 469]);
		expect(desk.stored.items.value.map(({ note }) => note)).toEqual(["Late"]);
		expect((await latestPublished())?.text).not.toContain("Late");
	});

	test("first shows what another page wrote at that moment, and publishes nothing before that", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		const draftId = desk.stored.draft.value?.id ?? "";
		await Promise.all([editDraft(draftId, { intro: "Mind" }), desk.publishing.publish()]);
		expect(desk.notice.value?.sentence.key).toBe("optionsChangedMeanwhile");
		expect(draftFields(desk).intro.text.value).toBe("Mind");
		expect(outbox.files).toEqual([]);
		expect(await latestPublished()).toBeNull();
	});

	test("can be undone: the issue is a draft again, with its items", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.publishing.publish();
		await desk.undo();
		expect(draftFields(desk).number.text.value).toBe("468");
		expect(desk.stored.items.value).toHaveLength(1);
		expect(await latestPublished()).toBeNull();
	});

	test("cannot be redone after an issue with its number was imported, and says so", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.publishing.publish();
		await desk.undo();
		await archived(468, []);
		await desk.redo();
		expect(desk.notice.value?.sentence).toEqual({ key: "optionsRedoNumberTaken", values: [468] });
		expect(desk.saving.failure.value).toBeNull();
		expect((await latestPublished())?.text).toBe("issue 468");
	});

	test("exports an archived issue again, byte for byte", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.publishing.publish();
		ends.push(desk.archive.follow());
		await vi.waitFor(() => expect(desk.archive.issues.value).toHaveLength(1));
		const [issue] = desk.archive.issues.value ?? [];
		if (issue) desk.archive.exportAgain(issue);
		expect(outbox.files[1]).toEqual(outbox.files[0]);
	});
});

describe("An issue that another page publishes during typing", () => {
	const twoPages = async () => {
		const [here, elsewhere] = [await openDesk(), await openDesk()];
		await fillIn(here);
		await vi.waitFor(() => expect(elsewhere.stored.items.value).toHaveLength(1));
		return { here, elsewhere, id: elsewhere.stored.items.value[0]?.id ?? "" };
	};

	test("refuses the text, shows it to be copied and says what to do", async () => {
		const { here, elsewhere, id } = await twoPages();
		elsewhere.fields.item(id).note.type("A post\nand more");
		await here.publishing.publish();
		await elsewhere.fields.flush();
		expect(elsewhere.saving.failure.value).toEqual({
			key: "optionsSaveFailedDraftClosed",
			values: [468],
		});
		expect(elsewhere.unsavedText.value.map(({ text }) => text)).toEqual(["A post\nand more"]);
		expect((await itemById(id))?.note).toBe("A post");
	});

	test("accepts the text after publishing has been undone", async () => {
		const { here, elsewhere, id } = await twoPages();
		elsewhere.fields.item(id).note.type("A post and more");
		await here.publishing.publish();
		await elsewhere.fields.flush();
		await here.undo();
		await elsewhere.fields.flush();
		expect(elsewhere.saving.failure.value).toBeNull();
		expect((await itemById(id))?.note).toBe("A post and more");
	});
});

describe("The house style", () => {
	test("gets a section that is shown immediately, and loses only an empty one", async () => {
		const desk = await openDesk();
		const id = await desk.styleState.sections.add(" Events ");
		if (!id) throw new Error("No section was added.");
		expect(desk.stored.order.value.map(({ section }) => section)).toEqual(["news", "tools", id]);
		expect(await desk.styleState.sections.add("Events")).toBeNull();
		await addItem({ section: id, note: "A meeting", links: [] });
		await desk.stored.refresh();
		await desk.styleState.sections.remove(id);
		expect(desk.notice.value?.sentence.key).toBe("optionsSectionNotEmpty");
		await desk.items.delete(desk.stored.itemsIn(id).value);
		await desk.styleState.sections.remove(id);
		expect(desk.stored.order.value).toHaveLength(2);
	});

	test("is not changed by a pattern that cannot be written", async () => {
		const desk = await openDesk();
		desk.styleState.fields.fileName.type("{date:nonsense}");
		await desk.fields.flush();
		expect(desk.styleState.fields.fileName.problem.value?.key).toBe("optionsBadDateFormat");
		expect(desk.stored.style.value.fileName).toBe("{published:yyyy-MM-dd}-{number}.md");
	});

	test("can be learned from an issue, which shows first what would change", async () => {
		const desk = await openDesk();
		await fillIn(desk);
		await desk.publishing.download(markdown);
		const text = outbox.files[0]?.text.replace(/^(>From our.*\n)=+$/m, `$1${"=".repeat(23)}`) ?? "";
		await desk.styleLearning.learnFromFiles([
			{ name: "2019-12-22-468.md", text: async () => text },
		]);
		expect(desk.styleLearning.learned.value).toMatchObject({ issues: 1, items: 1 });
		expect(desk.styleLearning.learned.value?.changes).not.toEqual([]);
		expect(desk.styleLearning.learned.value?.compared).toHaveLength(1);
		expect(desk.stored.style.value.sections).toHaveLength(2);
		await desk.styleLearning.adopt();
		expect(desk.stored.style.value.item).toMatch(/^\{note\}\n\n\[/);
	});
});
