import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Desk } from "../../../src/options/app/desk.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { mapStorage } from "../map-storage.ts";
import { openDesk } from "../open-desk.ts";

beginWithEmptyDatabase();

import { SHELF } from "../../../src/data/db/records.ts";
import { addDraft, deleteDraft } from "../../../src/data/drafts/draft-list.ts";
import { draftById, editDraft } from "../../../src/data/drafts/drafts.ts";
import { sendItems } from "../../../src/data/items/item-moves.ts";
import { addItem, itemById } from "../../../src/data/items/items.ts";
import { houseStyle, reviseHouseStyle } from "../../../src/data/settings/settings.ts";
import { emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { markdown } from "../../../src/export/markdown.ts";
import { sponsorsAhead } from "../../data/sponsors-ahead.ts";

let storage: Storage;
const ends: (() => void)[] = [];

beforeEach(() => {
	storage = mapStorage();
});

afterEach(() => {
	vi.restoreAllMocks();
	for (const end of ends.splice(0)) end();
});

interface Opened {
	desk: Desk;
	end(): void;
}

async function open(shown: string | null = null, copy = vi.fn()): Promise<Opened> {
	const opened = await openDesk(signal(shown), { storage, copy });
	ends.push(opened.end);
	return opened;
}

function draftFields({ fields }: Desk) {
	if (!fields.draft.value) throw new Error("The draft has not been read.");
	return fields.draft.value;
}

/** Prevents writing any record with this text, until the returned function is called. */
function refuse(words = ""): () => void {
	const { put } = IDBObjectStore.prototype;
	const spy = vi.spyOn(IDBObjectStore.prototype, "put");
	spy.mockImplementation(function (this: IDBObjectStore, record, key) {
		if (!JSON.stringify(record).includes(words)) return put.call(this, record, key);
		throw new DOMException("full", "QuotaExceededError");
	});
	return () => spy.mockRestore();
}

/** Closes the page before the database has stored this text. */
async function die({ desk, end }: Opened, words = ""): Promise<void> {
	const allow = refuse(words);
	desk.leave();
	await desk.fields.flush();
	end();
	allow();
}

const storedText = () => Object.values(storage).join();

describe("Text typed on a page that is closed", () => {
	test("is restored by the next page, valid or not", async () => {
		const first = await open();
		draftFields(first.desk).intro.type("Half a sen");
		draftFields(first.desk).number.type("46x");
		await die(first);
		const { desk } = await open();
		await vi.waitFor(() => expect(draftFields(desk).number.problem.value).not.toBeNull());
		expect(draftFields(desk).number.text.value).toBe("46x");
		await vi.waitFor(() => expect(desk.stored.draft.value?.intro).toBe("Half a sen"));
		expect(storedText()).toContain("46x");
		expect(storedText()).not.toContain("Half a sen");
		draftFields(desk).number.type("469");
		await desk.fields.flush();
		expect(Object.keys(storage)).toEqual([]);
	});

	test("goes to the draft it was typed in, whichever is shown next", async () => {
		const other = await addDraft();
		const first = await open(other.id);
		draftFields(first.desk).intro.type("Of the other issue");
		first.desk.fields.sponsor(emptySponsor(other.id).id).name.type("Its sponsor");
		await die(first);
		const { desk } = await open();
		await vi.waitFor(async () => {
			expect((await draftById(other.id))?.intro).toBe("Of the other issue");
			expect(await sponsorsAhead()).toMatchObject([{ name: "Its sponsor", draftId: other.id }]);
		});
		expect(draftFields(desk).intro.text.value).toBe("");
		await vi.waitFor(() => expect(Object.keys(storage)).toEqual([]));
	});

	test.each([
		["to another draft", async () => (await addDraft()).id],
		["to the shelf", async () => SHELF],
	])("goes to its item, even if that was moved %s since", async (_, target) => {
		const { item } = await addItem({ section: "news", note: "", links: [] });
		const first = await open();
		first.desk.fields.item(item.id).note.type("What I meant to say");
		await die(first);
		await sendItems([item.id], await target());
		await open();
		await vi.waitFor(async () =>
			expect((await itemById(item.id))?.note).toBe("What I meant to say"),
		);
		await vi.waitFor(() => expect(Object.keys(storage)).toEqual([]));
	});

	test("goes to a section and a line of the house style, even if they are not shown", async () => {
		const first = await open();
		first.desk.styleState.section("news").heading.type("Latest news");
		first.desk.styleState.line(1).pattern.type("{published:yyyy}");
		await die(first);
		const { key } = first.desk.stored.style.value.frontMatter.lines[1] ?? {};
		await reviseHouseStyle(null, (style) => ({
			...style,
			frontMatter: { kind: "yaml", lines: style.frontMatter.lines.slice(1) },
		}));
		await open();
		await vi.waitFor(async () => {
			const { sections, frontMatter } = await houseStyle();
			expect(sections[0]?.heading).toBe("Latest news");
			expect(frontMatter.lines[0]).toEqual({ key, pattern: "{published:yyyy}" });
		});
		await vi.waitFor(() => expect(Object.keys(storage)).toEqual([]));
	});

	test("is restored to the last key, even if a part of it was being saved", async () => {
		const first = await open();
		const { intro } = draftFields(first.desk);
		intro.type("Half");
		void intro.flush();
		intro.type("Half a sen");
		await die(first, "a sen");
		expect((await draftById(first.desk.stored.draft.value?.id ?? ""))?.intro).toBe("Half");
		const { desk } = await open();
		await vi.waitFor(() => expect(desk.stored.draft.value?.intro).toBe("Half a sen"));
	});

	test("is not restored if it was saved in the end, in any spelling", async () => {
		const first = await open();
		draftFields(first.desk).number.type("0468");
		first.desk.leave();
		const kept = { ...storage };
		await first.desk.fields.flush();
		first.end();
		Object.assign(storage, kept);
		const { desk } = await open();
		await vi.waitFor(() => expect(Object.keys(storage)).toEqual([]));
		expect(desk.unsavedText.value).toEqual([]);
		expect(draftFields(desk).number.text.value).toBe("468");
	});

	test("stays in the old entry if the next page has no space to store it itself", async () => {
		const first = await open();
		draftFields(first.desk).number.type("46x");
		await die(first);
		const before = storedText();
		vi.spyOn(console, "error").mockImplementation(() => {});
		vi.spyOn(storage, "setItem").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		const { desk } = await open();
		await vi.waitFor(() => expect(draftFields(desk).number.text.value).toBe("46x"));
		expect(storedText()).toBe(before);
	});
});

describe("Text that cannot be restored in its place", () => {
	test("overwrites nothing that was written there since, and is kept to be copied", async () => {
		const first = await open();
		draftFields(first.desk).intro.type("Earlier");
		first.desk.styleState.section("news").heading.type("Old news");
		await die(first);
		await editDraft(first.desk.stored.draft.value?.id ?? "", { intro: "Later" });
		await reviseHouseStyle(null, (style) => ({
			...style,
			sections: style.sections.map((one) => ({ ...one, heading: `${one.heading}!` })),
		}));
		const copy = vi.fn();
		const { desk } = await open(null, copy);
		await vi.waitFor(() => expect(desk.unsavedText.value).toHaveLength(2));
		expect(draftFields(desk).intro.text.value).toBe("Later");
		expect((await houseStyle()).sections[0]?.heading).toBe("News!");
		const [intro, heading] = desk.unsavedText.value;
		expect(intro).toMatchObject({ label: "optionsIntro", text: "Earlier" });
		expect(heading).toMatchObject({ label: "optionsHeading", text: "Old news" });
		await intro?.copy();
		expect(copy).toHaveBeenCalledWith("Earlier");
		intro?.discard();
		expect(storedText()).toContain("Old news");
		expect(storedText()).not.toContain("Earlier");
		heading?.discard();
		expect(desk.unsavedText.value).toEqual([]);
		expect(Object.keys(storage)).toEqual([]);
	});

	test("is kept from page to page until it is thrown away", async () => {
		const other = await addDraft();
		const first = await open(other.id);
		draftFields(first.desk).footer.type("A long farewell");
		await die(first);
		await deleteDraft(other.id);
		const second = await open();
		await vi.waitFor(() => expect(second.desk.unsavedText.value).toHaveLength(1));
		await die(second);
		const third = await open();
		await vi.waitFor(() =>
			expect(third.desk.unsavedText.value).toMatchObject([{ text: "A long farewell" }]),
		);
		expect(Object.keys(storage)).toHaveLength(1);
	});

	test("is shown on its page when the record it belongs to is removed", async () => {
		const { item } = await addItem({ section: "news", note: "One", links: [] });
		const [{ desk: one }, { desk: other }] = [await open(), await open()];
		other.fields.item(item.id).note.type("One, and more");
		const allow = refuse("and more");
		await other.fields.flush();
		await one.publishing.publish();
		await vi.waitFor(() => expect(other.stored.item(item.id).value).toBeUndefined());
		expect(other.unsavedText.value).toMatchObject([
			{ label: "optionsNote", text: "One, and more" },
		]);
		expect(other.saving.failure.value?.key).toBe("optionsSaveFailedFull");
		other.unsavedText.value[0]?.discard();
		expect(other.unsavedText.value).toEqual([]);
		expect(other.saving.failure.value).toBeNull();
		allow();
	});
});

describe("Text that is not saved", () => {
	test("counts in a draft that is no longer shown, but does not prevent publishing another", async () => {
		const other = await addDraft();
		const shown = signal<string | null>(other.id);
		const { desk, end } = await openDesk(shown, { storage });
		ends.push(end);
		const allow = refuse("Not taken");
		draftFields(desk).intro.type("Not taken");
		draftFields(desk).number.type("46x");
		await desk.fields.flush();
		shown.value = null;
		await vi.waitFor(() => expect(desk.stored.draft.value?.id).not.toBe(other.id));
		draftFields(desk).footer.type("Taken");
		await desk.fields.flush();
		expect(desk.fields.unsaved.value).toHaveLength(2);
		expect(desk.fields.withoutPlace.value).toEqual([]);
		expect(desk.saving.failure.value?.key).toBe("optionsSaveFailedFull");
		expect(await desk.publishing.download(markdown)).toBeNull();
		expect(desk.notice.value?.sentence.key).toMatch(/^optionsExported/);
		desk.leave();
		expect(storedText()).toContain("Not taken");
		allow();
		await desk.fields.flush();
		expect((await draftById(other.id))?.intro).toBe("Not taken");
	});

	test("keeps its error until it is saved, whatever else is saved meanwhile", async () => {
		const { desk } = await open();
		const allow = refuse("Too long");
		draftFields(desk).intro.type("Too long");
		await desk.fields.flush();
		expect(desk.saving.failure.value?.key).toBe("optionsSaveFailedFull");
		await desk.styleState.set(() => ({ mailQuoting: true }));
		draftFields(desk).footer.type("Short");
		await draftFields(desk).footer.flush();
		expect(desk.saving.failure.value?.key).toBe("optionsSaveFailedFull");
		allow();
		await desk.fields.flush();
		expect(desk.saving.failure.value).toBeNull();
	});

	test("is saved even if there is no space in localStorage", async () => {
		const { desk } = await open();
		draftFields(desk).intro.type("Words");
		vi.spyOn(console, "error").mockImplementation(() => {});
		vi.spyOn(storage, "setItem").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		desk.leave();
		await vi.waitFor(() => expect(desk.stored.draft.value?.intro).toBe("Words"));
		expect(desk.notice.value).toBeNull();
		draftFields(desk).number.type("46x");
		desk.leave();
		await vi.waitFor(() => expect(desk.notice.value?.sentence.key).toBe("optionsNotPutDown"));
	});
});

describe("A line of the front matter that another page moves or removes", () => {
	const drop = (at: number) =>
		reviseHouseStyle(null, (style) => ({
			...style,
			frontMatter: {
				kind: "yaml",
				lines: style.frontMatter.lines.filter((_, index) => index !== at),
			},
		}));

	test("keeps the text typed in it, and its neighbor keeps its own", async () => {
		const { desk } = await open();
		const before = desk.stored.style.value.frontMatter.lines;
		const { pattern } = desk.styleState.line(0);
		pattern.focus();
		await addLineAbove();
		pattern.type("Mine");
		expect(desk.stored.style.value.frontMatter.lines[0]?.key).not.toBe(before[0]?.key);
		await drop(1);
		await pattern.flush();
		const { frontMatter } = await houseStyle();
		expect(frontMatter.lines[0]).toEqual({ key: "above", pattern: "Mine" });
		expect(frontMatter.lines.slice(1)).toEqual(before.slice(1));

		async function addLineAbove(): Promise<void> {
			await reviseHouseStyle(null, (style) => ({
				...style,
				frontMatter: {
					kind: "yaml",
					lines: [{ key: "above", pattern: "" }, ...style.frontMatter.lines],
				},
			}));
			await desk.stored.refresh();
		}
	});

	test("accepts its new key and its pattern typed without a pause", async () => {
		const { desk } = await open();
		const { key, pattern } = desk.styleState.line(1);
		key.type("day");
		void key.flush();
		pattern.type("{date}");
		await desk.fields.flush();
		expect((await houseStyle()).frontMatter.lines[1]).toEqual({ key: "day", pattern: "{date}" });
		expect(desk.fields.unsaved.value).toEqual([]);
	});

	test("offers the typed text to be copied when it is removed, and says so", async () => {
		const { desk } = await open();
		const before = desk.stored.style.value.frontMatter.lines;
		const { pattern } = desk.styleState.line(0);
		pattern.type("Mine");
		await drop(0);
		await pattern.flush();
		await desk.stored.refresh();
		expect(desk.saving.failure.value?.key).toBe("optionsSaveFailedPartGone");
		await vi.waitFor(() => expect(desk.unsavedText.value).toMatchObject([{ text: "Mine" }]));
		expect((await houseStyle()).frontMatter.lines).toEqual(before.slice(1));
	});
});

test("A browser that does not report its keys leaves them out of the list, and the error is shown", async () => {
	const said = vi.spyOn(console, "error").mockImplementation(() => {});
	const { desk, end } = await openDesk(signal(null), {
		shortcuts: () => Promise.reject(new Error("no")),
	});
	ends.push(end);
	await vi.waitFor(() => expect(said).toHaveBeenCalled());
	expect(desk.shortcuts.value).toEqual({});
});
