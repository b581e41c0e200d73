import { afterEach, describe, expect, test, vi } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { type Clip, clip, joinClip, saveClip } from "../../src/capture/clip.ts";
import { UNCLIPPABLE } from "../../src/capture/failures.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { NO_DETAILS } from "../../src/core/page/page-details.ts";
import { database } from "../../src/data/db/database.ts";
import type { ItemRecord } from "../../src/data/db/records.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { deleteItems } from "../../src/data/items/item-moves.ts";
import { editItem, itemById, itemsOf } from "../../src/data/items/items.ts";
import { lastSection, rememberSection, saveHouseStyle } from "../../src/data/settings/settings.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

beginWithEmptyDatabase();
afterEach(() => vi.restoreAllMocks());

const PAGE: Clip = {
	url: "https://example.com/a",
	title: "A page",
	note: "> words",
	section: "tools",
	details: { ...NO_DETAILS, description: "All about a page." },
};

async function clipped(page: Clip): Promise<ItemRecord> {
	const result = await clip(page);
	if (result.outcome === "failed") throw new Error(result.sentence);
	return result.item;
}

const items = async () => itemsOf((await openDraft()).id);

describe("Clipping a page", () => {
	test("adds it to the section of the draft, and remembers the section", async () => {
		const result = await clip(PAGE);
		expect(result).toMatchObject({ outcome: "added", heading: "Tools" });
		expect(await items()).toMatchObject([
			{
				section: "tools",
				note: "> words",
				links: [{ url: "https://example.com/a", title: "A page" }],
			},
		]);
		expect(await lastSection()).toBe("tools");
	});

	test("fills the slots of the section's item pattern from the page's metadata", async () => {
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			item: "- [{title}]({url})[ by {author}][ ({time})]",
		});
		const details = { ...NO_DETAILS, author: "Ada Tide", siteName: "Example Daily" };
		const item = await clipped({ ...PAGE, title: "A page | Example Daily", details });
		expect(item).toMatchObject({ title: "A page", slots: { author: "Ada Tide" } });
	});

	test("reports where the page already is, and does not change its item", async () => {
		const item = await clipped(PAGE);
		const again = await clip({
			...PAGE,
			section: "news",
			note: "other",
			url: `${PAGE.url}/?utm_source=x`,
		});
		expect(again).toMatchObject({ outcome: "already", heading: "Tools", item });
		expect(await items()).toEqual([item]);
		expect(await lastSection()).toBe("tools");
	});

	test("removes white space around the address", async () => {
		expect((await clipped({ ...PAGE, url: " https://example.com/b\n" })).links[0]?.url).toBe(
			"https://example.com/b",
		);
	});

	test("names the section by its present heading", async () => {
		const [news, tools] = DEFAULT_HOUSE_STYLE.sections as [
			never,
			(typeof DEFAULT_HOUSE_STYLE.sections)[0],
		];
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			sections: [news, { ...tools, heading: "Werkzeug" }],
		});
		expect(await clip(PAGE)).toMatchObject({ heading: "Werkzeug" });
	});
});

describe("A clip whose section is removed in the meantime", () => {
	const hidden = DEFAULT_HOUSE_STYLE.sections.map((section) =>
		section.id === "tools" ? { ...section, hidden: true as const } : section,
	);

	test("still goes to that section if it was only hidden", async () => {
		await saveHouseStyle({ ...DEFAULT_HOUSE_STYLE, sections: hidden });
		expect(await clip(PAGE)).toMatchObject({ outcome: "added", heading: "Tools" });
		expect(await items()).toMatchObject([{ section: "tools" }]);
	});

	test("goes to the first section shown, which is not remembered as a choice", async () => {
		await rememberSection("tools");
		await saveHouseStyle({ ...DEFAULT_HOUSE_STYLE, sections: [...hidden].reverse() });
		expect(await clip({ ...PAGE, section: "jobs" })).toMatchObject({
			outcome: "elsewhere",
			heading: "News",
		});
		expect(await items()).toMatchObject([{ section: "news", note: "> words" }]);
		expect(await lastSection()).toBe("tools");
	});

	test("does not move an existing item that is changed", async () => {
		const item = await clipped(PAGE);
		const result = await saveClip(item, PAGE.url, { note: "Changed.", section: "jobs" });
		expect(result).toMatchObject({ outcome: "saved", heading: "Tools" });
		expect(await itemById(item.id)).toMatchObject({ note: "Changed.", section: "tools" });
	});
});

describe("A clip that fails returns a sentence", () => {
	test("for an address that readers cannot open, and adds nothing", async () => {
		for (const [url, sentence] of [
			["about:config", UNCLIPPABLE.browserPage],
			["file:///a.html", UNCLIPPABLE.file],
			["javascript:1", UNCLIPPABLE.script],
			["mailto:a@example.com", UNCLIPPABLE.notAnAddress],
		] as const) {
			expect(await clip({ ...PAGE, url })).toEqual({ outcome: "failed", sentence });
		}
		expect(await items()).toEqual([]);
	});

	test("when the house style has no section", async () => {
		await saveHouseStyle({ ...DEFAULT_HOUSE_STYLE, sections: [] });
		expect(await clip(PAGE)).toEqual({ outcome: "failed", sentence: "failureNoSection" });
		expect(await items()).toEqual([]);
	});

	test.each([
		["QuotaExceededError", "failureQuota"],
		["UnknownError", "failureRefused"],
		["AbortError", "failureClosed"],
		["InvalidStateError", "failureClosed"],
		["VersionError", "failureOutdated"],
		["TypeError", "failureUnknown"],
	])("for a %s of the database, and writes the error to the console", async (name, sentence) => {
		const printed = vi.spyOn(console, "error").mockImplementation(() => {});
		const open = await database();
		vi.spyOn(open, "transaction").mockImplementation(() => {
			throw new DOMException("on purpose", name);
		});
		expect(await clip(PAGE)).toEqual({ outcome: "failed", sentence });
		expect(printed).toHaveBeenCalledOnce();
	});

	test("that exists in the interface, for every kind of address", () => {
		for (const sentence of Object.values(UNCLIPPABLE)) expect(messages).toHaveProperty(sentence);
	});
});

describe("Clipping a page again to change its item", () => {
	test("changes note, section and the link to the page, but no other link", async () => {
		const item = await clipped(PAGE);
		const other = { url: "https://example.org/b", title: "B", description: "Of B." };
		const details = { ...NO_DETAILS, description: other.description };
		await joinClip(item.id, { url: other.url, title: other.title, note: "", details });
		const result = await saveClip(item, "http://example.com/a/", {
			url: "https://example.com/a?v=2",
			title: "Two",
			note: "Changed.",
			section: "news",
		});
		expect(result).toMatchObject({ outcome: "saved", heading: "News" });
		expect(await itemById(item.id)).toMatchObject({
			note: "Changed.",
			section: "news",
			links: [{ url: "https://example.com/a?v=2", title: "Two" }, other],
		});
	});

	test("does not change missing values, or mark them as changed", async () => {
		const item = await clipped(PAGE);
		await saveClip(item, "http://www.example.com/a/", { title: "Two" });
		const saved = await itemById(item.id);
		expect(saved).toMatchObject({
			note: "> words",
			section: "tools",
			links: [{ url: PAGE.url, title: "Two" }],
		});
		expect(saved?.changed).not.toHaveProperty("note");
		expect(saved?.changed).not.toHaveProperty("section");
		expect(saved?.links[0]?.description).toBe(PAGE.details?.description);
		await saveClip(item, PAGE.url, { note: "Changed." });
		expect(await itemById(item.id)).toMatchObject({ note: "Changed.", links: saved?.links });
	});

	test("does not overwrite a note that has been changed since it was read, and returns that note", async () => {
		const item = await clipped(PAGE);
		await editItem(item.id, { note: "Newer." });
		const result = await saveClip(item, PAGE.url, { note: "Changed.", title: "Two" });
		expect(result).toMatchObject({ outcome: "already", item: { note: "Newer." } });
		expect(await itemById(item.id)).toMatchObject({ note: "Newer.", links: [{ title: "A page" }] });
	});

	test("reports that the item has been deleted in the meantime, and does not restore it", async () => {
		const item = await clipped(PAGE);
		await deleteItems([item.id]);
		expect(await saveClip(item, PAGE.url, PAGE)).toEqual({
			outcome: "failed",
			sentence: "failureItemGone",
		});
		expect(await items()).toEqual([]);
	});
});

describe("Adding to the last item", () => {
	test("adds another link, and does not change the note if none was written", async () => {
		const { id } = await clipped(PAGE);
		const result = await joinClip(id, { url: "https://example.org/b", title: "B", note: "" });
		expect(result).toMatchObject({ outcome: "joined", heading: "Tools" });
		expect(await items()).toMatchObject([
			{ note: "> words", links: [{ url: PAGE.url }, { url: "https://example.org/b" }] },
		]);
	});

	test("keeps all words: a new note goes below the present one", async () => {
		const { id } = await clipped(PAGE);
		await joinClip(id, { url: "https://example.org/b", title: "B", note: "And this." });
		expect((await itemById(id))?.note).toBe("> words\n\nAnd this.");
	});

	test("does not add a link that the item already has", async () => {
		const { id } = await clipped(PAGE);
		await joinClip(id, { url: "http://www.example.com/a", title: "", note: "" });
		expect((await itemById(id))?.links).toHaveLength(1);
	});
});
