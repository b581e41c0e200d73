import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clipFromCommand } from "../../src/capture/command.ts";
import { clipFromMenu } from "../../src/capture/menu.ts";
import { undoClip } from "../../src/capture/notify.ts";
import { useOriginal } from "../../src/capture/original.ts";
import { showSectionMenus } from "../../src/capture/section-menus.ts";
import type { SectionStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { NO_DETAILS, type PageReading } from "../../src/core/page/page-details.ts";
import { undo } from "../../src/data/db/change.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { itemById, itemsOf } from "../../src/data/items/items.ts";
import { saveHouseStyle } from "../../src/data/settings/settings.ts";
import { editSponsor, emptySponsor } from "../../src/data/sponsors/sponsors.ts";
import { sectionModel } from "../../src/data/suggestion/section-model.ts";
import type { ClickedTab, MenuClick } from "../../src/extension/menus.ts";
import type { Toast } from "../../src/extension/toast.ts";
import { archived } from "../data/archived.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { published } from "../data/published.ts";
import { fake, resetFake } from "../extension/fake-browser.ts";

vi.mock("webextension-polyfill", async () => (await import("../extension/fake-browser.ts")).mock());
beginWithEmptyDatabase();

const TAB = { id: 7, url: "https://example.com/a?utm_source=x", title: "A page" } as ClickedTab;
const PAGE = { tabId: 7, url: "https://example.com/a?utm_source=x", title: "A page" };
const click = (more: Partial<MenuClick> = {}): MenuClick => ({
	menuItemId: "clip:tools",
	modifiers: [],
	editable: false,
	...more,
});

/** The metadata of the page, and the toasts it was given. */
let selection = "";
let description = "";
let linkSays = "";
let isElsewhere = false;
let toasts: Toast[] = [];
/** The texts shown on the toolbar button. */
let titles: string[] = [];

beforeEach(() => {
	resetFake();
	[selection, description, linkSays, isElsewhere, toasts] = ["", "", "", false, []];
	fake.inject = (script, args) => {
		const [first] = args;
		if (script === "/injected/read-selection.js") return selection;
		if (script === "/injected/read-page.js") return reading();
		if (typeof first === "string") return linkSays;
		toasts.push(first as Toast);
		return true;
	};
	titles = [];
	vi.spyOn(fake.titles, "set").mockImplementation((_tab, title) => {
		titles.push(title);
		return fake.titles;
	});
	// After some time, the badge shows the count again. No test here waits for this.
	vi.spyOn(globalThis, "setTimeout").mockImplementation(((work: () => void) => {
		setImmediate(work);
	}) as never);
});
afterEach(() => vi.restoreAllMocks());

/** Sets the answer of the page when it is read. */
const reading = (): PageReading => ({
	details: { ...NO_DETAILS, description },
	selected: selection !== "",
	selectionUnreadable: isElsewhere,
});

const items = async () => itemsOf((await openDraft()).id);

describe("The context menu", () => {
	test("has an entry for each section of the house style, and is updated with it", async () => {
		await showSectionMenus();
		expect(fake.entries.map(({ title }) => title)).toEqual(["Add to News", "Add to Tools"]);
		const jobs = { id: "jobs", heading: "Jobs", level: 1, underline: null };
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			sections: [...DEFAULT_HOUSE_STYLE.sections, jobs],
		});
		await showSectionMenus();
		expect(fake.entries.map(({ title }) => title)).toContain("Add to Jobs");
	});

	test("has no entry for a hidden section", async () => {
		const [news, tools] = DEFAULT_HOUSE_STYLE.sections as [SectionStyle, SectionStyle];
		await saveHouseStyle({ ...DEFAULT_HOUSE_STYLE, sections: [{ ...news, hidden: true }, tools] });
		await showSectionMenus();
		expect(fake.entries.map(({ title }) => title)).toEqual(["Add to Tools"]);
	});

	test("clips to the first section if the section of the entry has been removed, and explains this", async () => {
		await clipFromMenu(click({ menuItemId: "clip:jobs" }), TAB);
		expect(await items()).toMatchObject([{ section: "news" }]);
		expect(toasts).toMatchObject([
			{
				sentence: "Added to News: the section it was for has been removed",
				undo: { label: "Undo" },
			},
		]);
		expect(await sectionModel()).toBeNull();
	});

	test("clips the target of a redirect, and offers a button to restore the original address", async () => {
		const linkUrl = "https://www.google.com/url?q=https%3A%2F%2Ftide.example%2F&sa=D";
		await clipFromMenu(click({ linkUrl, linkText: "The tide" }), TAB);
		const address = async () => (await items())[0]?.links[0]?.url;
		expect(await address()).toBe("https://tide.example/");
		const [toast] = toasts;
		expect(toast).toMatchObject({
			warning: "Redirect of google.com removed",
			original: { label: "Use the original" },
		});
		const id = toast?.original?.item ?? "";
		expect(await useOriginal(id)).toBe("The item has the original address");
		expect(await address()).toBe(linkUrl);
		expect((await undo())?.kind).toBe("editItem");
		expect(await address()).toBe("https://tide.example/");
	});

	test("says that nothing was changed if the original address is no longer known", async () => {
		expect(await useOriginal("item-of-last-week")).toMatch(/^The address has not been changed/);
	});

	test("clips the page without tracking parameters, and shows a toast in it", async () => {
		await clipFromMenu(click(), TAB);
		expect(await items()).toMatchObject([
			{ section: "tools", note: "", links: [{ url: "https://example.com/a", title: "A page" }] },
		]);
		expect(toasts).toMatchObject([{ sentence: "Added to Tools", undo: { label: "Undo" } }]);
		expect(fake.badge.get(null)).toBe("1");
	});

	test("clips the link and not the page, with the text of the link as title", async () => {
		linkSays = "  Caliper\n 2.0 ";
		await clipFromMenu(click({ linkUrl: "https://example.org/b?fbclid=1", frameId: 0 }), TAB);
		expect(await items()).toMatchObject([
			{ links: [{ url: "https://example.org/b", title: "Caliper 2.0" }] },
		]);
	});

	test("uses the link's text from the browser if there is one", async () => {
		linkSays = "asked";
		await clipFromMenu(click({ linkUrl: "https://example.org/b", linkText: "given" }), TAB);
		expect((await items())[0]?.links[0]?.title).toBe("given");
	});

	test("uses the page's metadata for its own address, but not for a link", async () => {
		description = "A page about letters.";
		await clipFromMenu(click(), TAB);
		await clipFromMenu(click({ linkUrl: "https://example.org/b", linkText: "B" }), TAB);
		expect((await items()).map(({ links }) => links)).toEqual([
			[{ url: "https://example.com/a", title: "A page", description: "A page about letters." }],
			[{ url: "https://example.org/b", title: "B" }],
		]);
	});

	test("does not wait for a page that is too busy to answer", async () => {
		const { inject } = fake;
		// Only a toast gets an object as its argument.
		fake.inject = (func, args) =>
			typeof args[0] === "object" ? inject(func, args) : new Promise(() => {});
		await clipFromMenu(click({ selectionText: "One. Two.", frameId: 0 }), TAB);
		await clipFromMenu(click({ linkUrl: "https://example.org/b" }), TAB);
		await clipFromCommand("clip-to-first", { ...PAGE, url: "https://example.net/c" });
		const found = (await items()).map(({ note, links }) => ({ note, links }));
		expect(found).toHaveLength(3);
		expect(found).toEqual(
			expect.arrayContaining([
				{ note: "> One. Two.", links: [{ url: "https://example.com/a", title: "A page" }] },
				{ note: "", links: [{ url: "https://example.org/b", title: "" }] },
				{ note: "", links: [{ url: "https://example.net/c", title: "A page" }] },
			]),
		);
	});

	test("makes a selection the note, as a quote with its line breaks", async () => {
		selection = "One.\n\nTwo.";
		await clipFromMenu(click({ selectionText: "One. Two.", frameId: 0 }), TAB);
		expect((await items())[0]?.note).toBe("> One.\n>\n> Two.");
	});

	test("uses the browser's text of a selection that cannot be read, and escapes it", async () => {
		await clipFromMenu(click({ selectionText: "Never a <table> of *both*", frameId: 3 }), TAB);
		expect((await items())[0]?.note).toBe("> Never a \\<table> of \\*both\\*");
	});

	test("clips a link to a store of extensions, but not a page of such a store", async () => {
		const store = "https://addons.mozilla.org/en-US/firefox/addon/crane/";
		await clipFromMenu(click(), { ...TAB, url: store } as ClickedTab);
		expect(await items()).toEqual([]);
		await clipFromMenu(click({ linkUrl: store, linkText: "Crane" }), TAB);
		expect(await items()).toMatchObject([{ links: [{ url: store, title: "Crane" }] }]);
	});

	test("makes a selection the note of a clicked link", async () => {
		selection = "about it";
		await clipFromMenu(
			click({ linkUrl: "https://example.org/b", linkText: "B", selectionText: "about it" }),
			TAB,
		);
		expect(await items()).toMatchObject([
			{ note: "> about it", links: [{ url: "https://example.org/b" }] },
		]);
	});

	test("does not quote the link's own text, which some systems select on a click", async () => {
		selection = "B";
		await clipFromMenu(
			click({ linkUrl: "https://example.org/b", linkText: "B", selectionText: "B" }),
			TAB,
		);
		expect((await items())[0]?.note).toBe("");
	});

	test("says where a page already is, without Undo", async () => {
		await clipFromMenu(click(), TAB);
		await clipFromMenu(click({ menuItemId: "clip:news" }), TAB);
		expect(toasts[1]).toEqual({ sentence: "Already in Tools", warning: null, undo: null });
	});

	test("also says where a link ran before, and still clips it", async () => {
		await archived(173, [["News", "Old.", "http://www.example.com/a/"]]);
		await clipFromMenu(click(), TAB);
		expect(toasts[0]).toMatchObject({
			sentence: "Added to Tools",
			warning: "Ran in News, #173, April 6, 2014",
		});
		expect(await items()).toHaveLength(1);
	});

	test("does not warn about a link of the draft's sponsor", async () => {
		await archived(173, [["News", "Old.", "https://example.com/a"]]);
		const links = [{ url: "https://example.com/a", title: "" }];
		const { id } = await openDraft();
		await editSponsor(emptySponsor(id).id, { links }, id);
		await clipFromMenu(click(), TAB);
		expect(toasts[0]?.warning).toBeNull();
	});

	test("learns the section from the clip, and unlearns it after Undo", async () => {
		await clipFromMenu(click(), TAB);
		expect((await sectionModel())?.learned).toBe(1);
		await undoClip(toasts[0]?.undo?.item ?? "");
		await vi.waitFor(async () => expect((await sectionModel())?.learned).toBe(0));
	});

	test("learns from a clip even if the badge cannot be set", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		vi.spyOn(fake.badge, "set").mockImplementation(() => {
			throw new Error("No badge now");
		});
		await clipFromMenu(click(), TAB);
		expect(toasts).toMatchObject([{ sentence: "Added to Tools" }]);
		expect((await sectionModel())?.learned).toBe(1);
	});

	test("marks the badge and gives the reason if a page cannot be clipped and does not allow toasts", async () => {
		fake.inject = () => {
			throw new Error("Cannot access a chrome:// URL");
		};
		const marks: string[] = [];
		vi.spyOn(fake.badge, "set").mockImplementation((_tab, text) => {
			marks.push(text);
			return fake.badge;
		});
		await clipFromMenu(click(), { ...TAB, url: "chrome://settings/" } as ClickedTab);
		expect(marks).toEqual(["!"]);
		expect(await items()).toEqual([]);
	});
});

describe("The commands", () => {
	test("clips a page that is still loading, with its selection and a toast", async () => {
		fake.loading = true;
		[selection, description] = ["quoted", "In short."];
		await clipFromCommand("clip-to-first", PAGE);
		expect(await items()).toMatchObject([
			{ section: "news", note: "> quoted", links: [{ description: "In short." }] },
		]);
		expect(toasts).toHaveLength(1);
	});

	test("clip the page to the first and to the second section, with the selection", async () => {
		selection = "Read this.";
		await clipFromCommand("clip-to-first", PAGE);
		await clipFromCommand("clip-to-second", { ...PAGE, url: "https://example.com/b" });
		const url = "https://example.com/a";
		const added = await items();
		expect(added.filter(({ section }) => section === "news")).toMatchObject([
			{ note: "> Read this.", links: [{ url }] },
		]);
		expect(added.filter(({ section }) => section === "tools")).toHaveLength(1);
		expect(toasts.map(({ sentence }) => sentence)).toEqual(["Added to News", "Added to Tools"]);
	});

	test("say that there may be a selection that cannot be read", async () => {
		isElsewhere = true;
		await clipFromCommand("clip-to-first", PAGE);
		expect(toasts).toMatchObject([
			{
				sentence: "Added to News",
				warning: expect.stringMatching(/^Selected text cannot be read/),
			},
		]);
	});

	test("say so on the button if the page does not allow extensions", async () => {
		fake.inject = () => {
			throw new Error("Cannot access contents of the page.");
		};
		await clipFromCommand("clip-to-first", PAGE);
		expect(await items()).toHaveLength(1);
		expect(titles.at(-1)).toMatch(/^Added to News\. Selected text cannot be read/);
	});

	test("count only the sections that are shown", async () => {
		const jobs = { id: "jobs", heading: "Jobs", level: 1, underline: null, hidden: true as const };
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			sections: [jobs, ...DEFAULT_HOUSE_STYLE.sections],
		});
		await clipFromCommand("clip-to-first", PAGE);
		await clipFromCommand("clip-to-second", { ...PAGE, url: "https://example.com/b" });
		expect(toasts.map(({ sentence }) => sentence)).toEqual(["Added to News", "Added to Tools"]);
	});

	test("say so if the house style has no second section", async () => {
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			sections: DEFAULT_HOUSE_STYLE.sections.slice(0, 1),
		});
		await clipFromCommand("clip-to-second", PAGE);
		expect(toasts[0]?.sentence).toMatch(/^Nothing was clipped/);
	});
});

describe("Undo in the toast", () => {
	test("deletes exactly its own item, even after other clips", async () => {
		await clipFromMenu(click(), TAB);
		await clipFromCommand("clip-to-first", { ...PAGE, url: "https://example.com/later" });
		const id = toasts[0]?.undo?.item ?? "";
		expect(await undoClip(id)).toBe("The clip is undone.");
		expect((await items()).map(({ links }) => links[0]?.url)).toEqual([
			"https://example.com/later",
		]);
		expect((await itemById(id))?.deletedAt).not.toBeNull();
		expect(fake.badge.get(null)).toBe("1");
	});

	test("confirms the deletion and unlearns the item even if the badge cannot be set", async () => {
		const printed = vi.spyOn(console, "error").mockImplementation(() => {});
		await clipFromMenu(click(), TAB);
		vi.spyOn(fake.badge, "set").mockImplementation(() => {
			throw new Error("No badge now");
		});
		expect(await undoClip(toasts[0]?.undo?.item ?? "")).toBe("The clip is undone.");
		expect(printed).toHaveBeenCalled();
		expect(await items()).toEqual([]);
		await vi.waitFor(async () => expect((await sectionModel())?.learned).toBe(0));
	});

	test("does not delete an item of a published issue, and says so", async () => {
		await clipFromMenu(click(), TAB);
		const id = toasts[0]?.undo?.item ?? "";
		await published(await openDraft());
		expect(await undoClip(id)).toMatch(/^Not undone: its issue/);
		expect((await itemById(id))?.deletedAt).toBeNull();
	});

	test("makes one change when it is requested again because there was no answer", async () => {
		await clipFromMenu(click(), TAB);
		const id = toasts[0]?.undo?.item ?? "";
		await undoClip(id);
		expect(await undoClip(id)).toBe("The clip is undone.");
		expect((await undo())?.kind).toBe("deleteItem");
		expect((await undo())?.kind).toBe("clip");
	});
});
