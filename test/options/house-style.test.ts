import { signal } from "@preact/signals";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { countItems } from "../../src/core/archive/contents.ts";
import { SAMPLE, SHELF } from "../../src/data/db/records.ts";
import { addDraft } from "../../src/data/drafts/draft-list.ts";
import { openDraft, openDraftFinder } from "../../src/data/drafts/drafts.ts";
import { sendItems } from "../../src/data/items/item-moves.ts";
import { addItem, itemsOf } from "../../src/data/items/items.ts";
import { houseStyle } from "../../src/data/settings/settings.ts";
import { markdown } from "../../src/export/markdown.ts";
import { createDesk, type Desk } from "../../src/options/app/desk.ts";
import { destinations } from "../../src/options/draft/order/destinations.ts";
import { withHeadingForm } from "../../src/options/style/heading-forms.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

beginWithEmptyDatabase();

const download = vi.fn();
let desk: Desk;
const shown = signal<string | null>(null);

beforeEach(async () => {
	download.mockClear();
	shown.value = null;
	const storage = {
		length: 0,
		getItem: () => null,
		setItem() {},
		removeItem() {},
		clear() {},
		key: () => null,
	};
	desk = createDesk(
		{ download, copy: vi.fn(), shortcuts: async () => ({}), storage } as never,
		shown,
	);
	await desk.stored.refresh();
});

const noticeKey = () => desk.notice.value?.sentence.key;
const sections = async () => (await houseStyle()).sections;

describe("The sections of the house style", () => {
	test("are not in the draft when hidden, and return to their places when shown", async () => {
		await desk.styleState.sections.hide("news", true);
		expect(desk.stored.order.value.map(({ section }) => section)).toEqual(["tools"]);
		expect(noticeKey()).toBe("optionsSectionHidden");
		await desk.styleState.sections.hide("news", false);
		expect(await sections()).toEqual([
			{ id: "news", heading: "News", level: 1, underline: null },
			{ id: "tools", heading: "Tools", level: 1, underline: null },
		]);
	});

	test("keep their items when hidden, and stay in the draft because of them", async () => {
		await addItem({ section: "news", note: "A note.", links: [] });
		await desk.styleState.sections.hide("news", true);
		expect(desk.stored.order.value.map(({ section }) => section)).toEqual(["news", "tools"]);
		expect(countItems(desk.assembled.value?.issue ?? { parts: [] })).toBe(1);
	});

	test("are no longer offered to items when hidden, and neither is the sample", async () => {
		const { item } = await addItem({ section: "news", note: "A note.", links: [] });
		await addItem({ section: "tools", note: "Another.", links: [] });
		await desk.styleState.sections.hide("tools", true);
		await desk.sample.load();
		const keys = destinations(desk, desk.lists.draft, [item.id]).map(({ key }) => key);
		expect(keys).toEqual([SHELF]);
		await desk.styleState.sections.hide("tools", false);
		const shownAgain = destinations(desk, desk.lists.draft, [item.id]).map(({ key }) => key);
		expect(shownAgain).toEqual(["section tools", SHELF]);
	});

	test("are never all hidden or removed, because clips need one", async () => {
		await desk.styleState.sections.hide("news", true);
		await desk.styleState.sections.hide("tools", true);
		expect(noticeKey()).toBe("optionsSectionLast");
		expect(await desk.styleState.sections.remove("tools")).toBe(false);
		expect((await sections()).map(({ hidden }) => hidden)).toEqual([true, undefined]);
	});

	test("are not removed if another draft or the shelf has items in them", async () => {
		await openDraft();
		const other = await addDraft();
		const { item } = await addItem(
			{ section: "tools", note: "One.", links: [] },
			"addItem",
			openDraftFinder(other.id),
		);
		expect(await desk.styleState.sections.remove("tools")).toBe(false);
		expect(noticeKey()).toBe("optionsSectionNotEmpty");
		await sendItems([item.id], SHELF);
		expect(await desk.styleState.sections.remove("tools")).toBe(false);
	});

	test("show why one cannot be added, until its name is changed", async () => {
		expect(await desk.styleState.sections.add(" ")).toBeNull();
		expect(desk.styleState.sections.addProblem.value?.key).toBe("optionsBadEmpty");
		expect(await desk.styleState.sections.add("News")).toBeNull();
		expect(desk.styleState.sections.addProblem.value?.key).toBe("optionsBadTaken");
		desk.styleState.sections.forgetAddProblem();
		expect(await desk.styleState.sections.add("news!")).toBeNull();
		expect(desk.styleState.sections.addProblem.value?.key).toBe("optionsBadTaken");
		desk.styleState.sections.forgetAddProblem();
		expect(desk.styleState.sections.addProblem.value).toBeNull();
	});
});

describe("The preview beside the fields", () => {
	const previewed = () =>
		vi.waitFor(() => {
			const look = desk.stylePreview.marked.value;
			if (!look) throw new Error("There is none yet.");
			return look;
		});

	test("is the sample in the present style while the draft is empty", async () => {
		expect((await previewed()).previewed.markdown).toContain("Harbourlight");
		expect(desk.stylePreview.onSample.value).toBe(true);
		await desk.styleState.set((style) => withHeadingForm(style, "##"));
		expect((await previewed()).previewed.markdown).toContain("## News");
	});

	test("is the draft, except for parts that the draft does not have", async () => {
		await addItem({ section: "news", note: "Mine.", links: [] });
		await desk.stored.refresh();
		await vi.waitFor(() => expect(desk.stylePreview.onSample.value).toBe(false));
		desk.stylePreview.attend("style-sponsor-heading");
		expect(desk.stylePreview.onSample.value).toBe(true);
		expect((await previewed()).markdown).not.toBeNull();
		desk.stylePreview.attend("style-section-news-heading");
		expect(desk.stylePreview.onSample.value).toBe(false);
		desk.stylePreview.attend("style-file-name");
		expect(desk.stylePreview.onSample.value).toBe(false);
	});

	test("shows the file name of the draft", async () => {
		await previewed();
		expect(desk.stylePreview.fileName.value).toMatch(/^\d{4}-\d\d-\d\d-1\.md$/);
	});
});

describe("The sample on the page", () => {
	test("is shown at its address, and the draft again when it is removed", async () => {
		expect(await desk.sample.load()).toBe(true);
		expect(desk.sample.address).toBe(`#/draft/${SAMPLE}`);
		shown.value = SAMPLE;
		await desk.stored.refresh();
		expect(desk.sample.shown.value).toBe(true);
		expect(await desk.sample.remove()).toBe(true);
		expect(desk.sample.shown.value).toBe(false);
		expect(desk.stored.draft.value?.id).toBe(desk.stored.currentDraft.value);
		expect(await itemsOf(SAMPLE)).toEqual([]);
	});

	test("can be exported, but not published, and says so", async () => {
		await desk.sample.load();
		shown.value = SAMPLE;
		await desk.stored.refresh();
		await desk.publishing.publish();
		expect(noticeKey()).toBe("optionsSampleStays");
		expect(download).not.toHaveBeenCalled();
		expect(desk.saving.failure.value).toBeNull();
		await desk.publishing.download(markdown);
		expect(download).toHaveBeenCalledOnce();
	});
});
