import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clip } from "../../src/capture/clip.ts";
import { suggestedSection } from "../../src/capture/suggested-section.ts";
import type { HouseStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { NO_CONTENT, type PageContent } from "../../src/core/page/page-content.ts";
import { NO_DETAILS } from "../../src/core/page/page-details.ts";
import { undoable } from "../../src/data/db/change.ts";
import { announce } from "../../src/data/db/changes.ts";
import { database } from "../../src/data/db/database.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { deleteItems } from "../../src/data/items/item-moves.ts";
import { editItem, itemsOf } from "../../src/data/items/items.ts";
import { typedFor } from "../../src/data/items/typed.ts";
import * as settings from "../../src/data/settings/settings.ts";
import { NO_PAGE } from "../../src/popup/fields.ts";
import { CLOSE_AFTER_MS, createPopup, type PopupEnvironment } from "../../src/popup/state.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

// So that single functions of it can be delayed or made to fail.
vi.mock("../../src/data/settings/settings.ts", { spy: true });
const { rememberSection, saveHouseStyle } = settings;

beginWithEmptyDatabase();

const URL_AS_FOUND = "https://example.com/a?id=1&utm_source=x";
const CLEANED = "https://example.com/a?id=1";
const KEY = "example.com/a?id=1";

const WITHOUT_TOOLS: HouseStyle = {
	...DEFAULT_HOUSE_STYLE,
	sections: DEFAULT_HOUSE_STYLE.sections.map((section) =>
		section.id === "tools" ? { ...section, hidden: true } : section,
	),
};

let environment: PopupEnvironment & { selection: string; description: string; url: string };

beforeEach(() => {
	environment = {
		selection: "",
		description: "",
		url: URL_AS_FOUND,
		activePage: async () => ({ tabId: 7, url: environment.url, title: "A page" }),
		pageWords: async () => ({
			...NO_CONTENT,
			selection: environment.selection,
			details: { ...NO_DETAILS, description: environment.description },
		}),
		suggestedSection,
		clipped: vi.fn(),
		close: vi.fn(),
	};
});
afterEach(() => vi.restoreAllMocks());

async function opened() {
	const popup = createPopup(environment);
	await popup.open();
	return popup;
}

const items = async () => itemsOf((await openDraft()).id);
const other = (url: string, section = "news") => clip({ url, title: "Other", note: "", section });

describe("The popup opens", () => {
	test("with the page's cleaned address, its title and an empty note", async () => {
		const { fields, existing } = await opened();
		expect(fields.current()).toEqual({
			url: CLEANED,
			title: "A page",
			note: "",
			section: "news",
		});
		expect(existing.value).toBeNull();
	});

	test("with the original address one step away, and the way back", async () => {
		const { fields } = await opened();
		expect(fields.otherAddress.value?.sentence).toBe("popupCleaned");
		await fields.useOtherAddress();
		expect(fields.url.value).toBe(URL_AS_FOUND);
		expect(fields.otherAddress.value?.sentence).toBe("popupOriginal");
		await fields.useOtherAddress();
		expect(fields.url.value).toBe(CLEANED);
	});

	test("with no message about an address that had nothing to remove", async () => {
		environment.url = CLEANED;
		expect((await opened()).fields.otherAddress.value).toBeNull();
	});

	test("with a message if the browser does not say which page is active", async () => {
		const printed = vi.spyOn(console, "error").mockImplementation(() => {});
		environment.activePage = () => Promise.reject(new Error("Tabs cannot be queried right now"));
		const { stage, refusal } = await opened();
		expect(stage.value).toBe("refused");
		expect(refusal.value).toBe("failureUntold");
		expect(printed).toHaveBeenCalledOnce();
	});

	test("with the selected text as a quote, and an empty line below it for further typing", async () => {
		environment.selection = "One.\nTwo.";
		const { fields } = await opened();
		expect(fields.note.value).toBe("> One.\n> Two.\n\n");
		expect(fields.current().note).toBe("> One.\n> Two.");
	});

	test("with the section that was used last, if it still exists", async () => {
		await rememberSection("tools");
		expect((await opened()).fields.section.value).toBe("tools");
		await rememberSection("jobs");
		expect((await opened()).fields.section.value).toBe("news");
	});

	test("with the draft's number, the number of its items, and its last item", async () => {
		expect((await opened()).surroundings.value).toMatchObject({ issue: "", count: 0 });
		await other("https://example.org/1");
		const { surroundings } = await opened();
		expect(surroundings.value).toMatchObject({ issue: 1, count: 1 });
		expect(surroundings.value?.last?.links[0]?.url).toBe("https://example.org/1");
	});

	test("with a message if the page cannot be clipped, and still with the count", async () => {
		await other("https://example.org/1");
		environment.url = "about:config";
		const { stage, refusal, surroundings } = await opened();
		expect(stage.value).toBe("refused");
		expect(refusal.value).toBe("failureBrowserPage");
		expect(surroundings.value?.count).toBe(1);
	});

	test("with another message if the browser does not reveal the page's address", async () => {
		environment.url = "";
		expect((await opened()).refusal.value).toBe("failureUntold");
	});

	test("and keeps what was typed before the selection was read, which can then be added", async () => {
		let answer = (_: PageContent) => {};
		environment.pageWords = () =>
			new Promise((resolve) => {
				answer = resolve;
			});
		const popup = createPopup(environment);
		const opening = popup.open();
		await vi.waitFor(() => expect(popup.fields.section.value).toBe("news"));
		await popup.fields.type("note", "Fast fingers");
		answer({ ...NO_CONTENT, selection: "quoted" });
		await opening;
		expect(popup.fields.note.value).toBe("Fast fingers");
		expect((await typedFor(KEY))?.note).toBe("Fast fingers");
		await popup.fields.addQuote();
		expect(popup.fields.current().note).toBe("Fast fingers\n\n> quoted");
	});

	test("without duplicating what is typed while everything is being read", async () => {
		let answer = () => {};
		const answered = new Promise<PageContent>((resolve) => {
			answer = () => resolve(NO_PAGE);
		});
		environment.pageWords = () => answered;
		const popup = createPopup(environment);
		const opening = popup.open();
		await typeQuickly(popup, "Fast f");
		answer();
		await typeQuickly(popup, "ingers");
		await opening;
		expect(popup.fields.note.value).toBe("Fast fingers");
		await vi.waitFor(async () => expect((await typedFor(KEY))?.note).toBe("Fast fingers"));
	});
});

describe("What was typed", () => {
	test("is shown when the popup is opened again on the page, for any spelling of its address", async () => {
		const first = await opened();
		await first.fields.type("note", "Half a th");
		await first.fields.type("section", "tools");
		environment.url = "http://www.example.com/a/?id=1";
		const again = await opened();
		expect(again.fields.current()).toMatchObject({ note: "Half a th", section: "tools" });
		expect(again.fields.restored.value).toBe("popupKept");
	});

	test("is not lost when more is typed before it has been read", async () => {
		await (await opened()).fields.type("note", "Half a th");
		environment.pageWords = () => new Promise((resolve) => setTimeout(resolve, 20, NO_PAGE));
		const popup = createPopup(environment);
		const opening = popup.open();
		await typeQuickly(popup, "Fast fingers");
		await opening;
		expect(popup.fields.note.value).toBe("Half a th\n\nFast fingers");
		await vi.waitFor(async () =>
			expect((await typedFor(KEY))?.note).toBe("Half a th\n\nFast fingers"),
		);
	});

	test("is not shown on another page", async () => {
		await (await opened()).fields.type("note", "Half a th");
		environment.url = "https://example.org/other";
		const { fields } = await opened();
		expect(fields.note.value).toBe("");
		expect(fields.restored.value).toBeNull();
	});

	test("is not mixed with the present selection, which can be added to it", async () => {
		await (await opened()).fields.type("note", "Half a th");
		environment.selection = "quoted";
		const { fields } = await opened();
		expect(fields.note.value).toBe("Half a th");
		await fields.addQuote();
		expect(fields.current().note).toBe("Half a th\n\n> quoted");
		expect(fields.quotable.value).toBeNull();
	});

	test("can be discarded, which shows the values of the page", async () => {
		environment.selection = "quoted";
		await (await opened()).fields.type("note", "Half a th");
		const popup = await opened();
		await popup.discard();
		expect(popup.fields.current().note).toBe("> quoted");
		expect(popup.fields.restored.value).toBeNull();
		expect(await typedFor(KEY)).toBeNull();
	});

	test("stays in the fields with a message if the browser cannot store it", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const { fields, said } = await opened();
		vi.spyOn(await database(), "transaction").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		await fields.type("note", "Half a th");
		expect(fields.note.value).toBe("Half a th");
		expect(said.value).toMatchObject({ tone: "bad", key: "popupNotKept" });
	});
});

describe("Clipping", () => {
	test("shows success when the item is in the database, deletes what was typed, and closes", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const popup = await openedWithFakeTimers();
		const typing = popup.fields.type("note", "Worth reading.");
		await settled(typing);
		await settled(popup.submit());
		expect(popup.said.value).toEqual({ tone: "good", key: "clipAdded", heading: "News" });
		expect(popup.stage.value).toBe("done");
		expect(environment.clipped).toHaveBeenCalledExactlyOnceWith((await items())[0]?.id, 7);
		expect(environment.close).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(CLOSE_AFTER_MS);
		expect(environment.close).toHaveBeenCalledOnce();
		vi.useRealTimers();
		expect(await items()).toMatchObject([{ note: "Worth reading.", links: [{ url: CLEANED }] }]);
		expect(await typedFor(KEY)).toBeNull();
	});

	test("stores the metadata of the page", async () => {
		environment.description = "A page about letters.";
		await (await opened()).submit();
		expect(await items()).toMatchObject([{ links: [{ description: "A page about letters." }] }]);
	});

	test("does not store the page's metadata for another typed address", async () => {
		environment.description = "A page about letters.";
		const popup = await opened();
		await popup.fields.type("url", "https://elsewhere.example/");
		await popup.submit();
		expect((await items())[0]?.links).toEqual([
			{ url: "https://elsewhere.example/", title: "A page" },
		]);
	});

	test("happens once, however often it is requested", async () => {
		const popup = await opened();
		await Promise.all([popup.submit(), popup.submit(), popup.addToLast()]);
		expect(await items()).toHaveLength(1);
		popup.stay();
	});

	test("keeps the words and says what to do when the disk is full", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const popup = await opened();
		await popup.fields.type("note", "Worth reading.");
		const spy = vi.spyOn(await database(), "transaction").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		await popup.submit();
		expect(popup.said.value).toMatchObject({ tone: "bad", key: "failureQuota" });
		expect(popup.stage.value).toBe("form");
		expect(popup.fields.note.value).toBe("Worth reading.");
		spy.mockRestore();
		await popup.submit();
		expect(popup.said.value?.tone).toBe("good");
		popup.stay();
	});

	test("works when storage that was refused at opening becomes available", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const spy = vi.spyOn(await database(), "transaction").mockImplementation(() => {
			throw new DOMException("not now", "UnknownError");
		});
		const popup = await opened();
		expect(popup.said.value).toMatchObject({ tone: "bad", key: "failureRefused" });
		spy.mockRestore();
		await popup.submit();
		expect(await items()).toHaveLength(1);
		popup.stay();
	});

	test("saves the existing item of the page when storage becomes available", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		await clip({ url: CLEANED, title: "", note: "Old.", section: "tools" });
		const spy = vi.spyOn(await database(), "transaction").mockImplementation(() => {
			throw new DOMException("not now", "UnknownError");
		});
		const popup = await opened();
		await popup.fields.type("title", "Mine");
		spy.mockRestore();
		await popup.submit();
		expect(popup.said.value).toMatchObject({ tone: "good", key: "clipSaved" });
		expect(await items()).toMatchObject([{ note: "Old.", links: [{ title: "Mine" }] }]);
		popup.stay();
	});

	test("stays open after success if a key is pressed, and shows the new item", async () => {
		const popup = await opened();
		await popup.submit();
		popup.stay();
		await new Promise((resolve) => setTimeout(resolve, CLOSE_AFTER_MS + 50));
		expect(environment.close).not.toHaveBeenCalled();
		expect(popup.existing.value?.links[0]?.url).toBe(CLEANED);
	});

	test("says that the page has been added to the draft since, and puts the words below its note", async () => {
		const popup = await opened();
		await popup.fields.type("note", "Mine.");
		await clip({ url: CLEANED, title: "", note: "Theirs.", section: "tools" });
		await popup.submit();
		expect(popup.existing.value?.section).toBe("tools");
		expect(popup.fields.note.value).toBe("Theirs.\n\nMine.");
		expect(await items()).toMatchObject([{ note: "Theirs." }]);
	});
});

describe("A page that is already in the draft", () => {
	beforeEach(async () => {
		await clip({ url: CLEANED, title: "As clipped", note: "Old.", section: "tools" });
	});

	test("is opened for editing", async () => {
		const { existing, fields } = await opened();
		expect(existing.value).not.toBeNull();
		expect(fields.current()).toEqual({
			url: CLEANED,
			title: "As clipped",
			note: "Old.",
			section: "tools",
		});
	});

	test("is changed, and no second item is made", async () => {
		const popup = await opened();
		await popup.fields.type("note", "New.");
		await popup.fields.type("section", "news");
		await popup.submit();
		expect(popup.said.value).toEqual({ tone: "good", key: "clipSaved", heading: "News" });
		expect(await items()).toMatchObject([{ note: "New.", section: "news" }]);
		popup.stay();
	});

	test("keeps the words in the fields when the item has been deleted in the meantime", async () => {
		const popup = await opened();
		await popup.fields.type("note", "New.");
		await deleteItems([(await items())[0]?.id ?? ""]);
		await popup.submit();
		expect(popup.said.value).toMatchObject({ tone: "bad", key: "failureItemGone" });
		expect((await opened()).fields.note.value).toBe("New.");
	});
});

describe("What was typed on a page in the draft before its item was changed elsewhere", () => {
	const NEWER = "The long note written at the desk.";

	beforeEach(async () => {
		await clip({ url: CLEANED, title: "As clipped", note: "First", section: "news" });
		// Times are in milliseconds, so later changes need a later time.
		await aMoment();
	});

	async function changeElsewhere() {
		await aMoment();
		await editItem((await items())[0]?.id ?? "", { note: NEWER });
		await aMoment();
	}

	test("is shown below the newer note with a message, and saving loses neither", async () => {
		await (await opened()).fields.type("note", "First, hm");
		await changeElsewhere();
		const popup = await opened();
		expect(popup.fields.note.value).toBe(`${NEWER}\n\nFirst, hm`);
		expect(popup.fields.restored.value).toBe("popupBelow");
		await popup.fields.type("section", "tools");
		await popup.submit();
		expect(await items()).toMatchObject([{ note: `${NEWER}\n\nFirst, hm`, section: "tools" }]);
		popup.stay();
	});

	test("is not repeated if the newer note already contains it", async () => {
		await (await opened()).fields.type("note", "The long note");
		await changeElsewhere();
		const { fields } = await opened();
		expect(fields.note.value).toBe(NEWER);
		expect(fields.restored.value).toBeNull();
	});

	test("can be discarded, which shows the newer note", async () => {
		await (await opened()).fields.type("note", "First, hm");
		await changeElsewhere();
		const popup = await opened();
		await popup.discard();
		expect(popup.fields.note.value).toBe(NEWER);
		expect(popup.fields.restored.value).toBeNull();
		expect(await typedFor(KEY)).toBeNull();
	});

	test("does not change the newer note if only a section was chosen", async () => {
		await (await opened()).fields.type("section", "tools");
		await changeElsewhere();
		const popup = await opened();
		expect(popup.fields.current()).toMatchObject({ note: NEWER, section: "tools" });
		expect(popup.fields.restored.value).toBe("popupKept");
		await popup.submit();
		expect(await items()).toMatchObject([{ note: NEWER, section: "tools" }]);
		popup.stay();
	});

	test("is also shown below if it was the title and the links have changed since", async () => {
		await (await opened()).fields.type("title", "A title of my own");
		await aMoment();
		const [item] = await items();
		const links = [{ url: CLEANED.replace("https:", "http:"), title: "As changed" }];
		await editItem(item?.id ?? "", { links });
		const { fields } = await opened();
		expect(fields.current()).toMatchObject({
			url: CLEANED.replace("https:", "http:"),
			title: "As changed",
			note: "First\n\nA title of my own",
		});
		expect(fields.restored.value).toBe("popupBelow");
	});

	test("is shown unchanged if only another part of the item has changed since", async () => {
		await (await opened()).fields.type("title", "A title of my own");
		await changeElsewhere();
		const { fields } = await opened();
		expect(fields.current()).toMatchObject({ title: "A title of my own", note: NEWER });
		expect(fields.restored.value).toBe("popupKept");
	});

	test("is shown below the note of an item that was since clipped in another way", async () => {
		environment.url = "https://example.org/new";
		await (await opened()).fields.type("note", "Half a th");
		await aMoment();
		await clip({ url: environment.url, title: "", note: "> quoted", section: "tools" });
		const { fields } = await opened();
		expect(fields.current()).toMatchObject({ note: "> quoted\n\nHalf a th", section: "tools" });
		expect(fields.restored.value).toBe("popupBelow");
	});

	test("is also shown below if another field was typed in after that change", async () => {
		const popup = await opened();
		await popup.fields.type("note", "First, hm");
		await changeElsewhere();
		await popup.fields.type("section", "tools");
		const { fields } = await opened();
		expect(fields.current()).toMatchObject({ note: `${NEWER}\n\nFirst, hm`, section: "tools" });
		expect(fields.restored.value).toBe("popupBelow");
	});

	test("is not repeated when it is already below the note, or when the note has been emptied", async () => {
		const popup = await opened();
		await popup.fields.type("note", "First, hm");
		await changeElsewhere();
		await popup.submit();
		await aMoment();
		expect((await opened()).fields.note.value).toBe(`${NEWER}\n\nFirst, hm`);
		await editItem((await items())[0]?.id ?? "", { note: "" });
		const { fields } = await opened();
		expect(fields.note.value).toBe(`${NEWER}\n\nFirst, hm`);
		expect(fields.restored.value).toBe("popupKept");
	});

	test("is kept after a clip for which the popup stayed open", async () => {
		environment.url = "https://example.org/stayed";
		const popup = await opened();
		await aMoment();
		await popup.submit();
		popup.stay();
		await popup.fields.type("note", "And this");
		const { fields } = await opened();
		expect(fields.note.value).toBe("And this");
		expect(fields.restored.value).toBe("popupKept");
	});

	test("does not become newer by opening the popup", async () => {
		await (await opened()).fields.type("note", "First, hm");
		const typedAt = (await typedFor(KEY))?.typedAt;
		await changeElsewhere();
		await opened();
		await aMoment();
		expect(await typedFor(KEY)).toMatchObject({ note: "First, hm", typedAt });
	});

	test("is completely kept when more is typed before it has been read", async () => {
		const first = await opened();
		await first.fields.type("title", "A title of my own");
		const popup = createPopup(environment);
		const opening = popup.open();
		await typeQuickly(popup, "Fast fingers");
		await opening;
		await vi.waitFor(async () =>
			expect(await typedFor(KEY)).toMatchObject({
				title: "A title of my own",
				note: "First\n\nFast fingers",
			}),
		);
	});
});

describe("An item that is changed elsewhere while the popup shows it", () => {
	beforeEach(async () => {
		await clip({ url: CLEANED, title: "As clipped", note: "First", section: "news" });
	});

	const change = async (note: string) => editItem((await items())[0]?.id ?? "", { note });

	test("keeps the values that were not touched in the popup", async () => {
		const popup = await opened();
		await change("Newer");
		await popup.fields.type("section", "tools");
		await popup.submit();
		expect(await items()).toMatchObject([
			{ note: "Newer", section: "tools", links: [{ url: CLEANED, title: "As clipped" }] },
		]);
		popup.stay();
	});

	test("keeps its newer note, and the next attempt saves the popup's note below it", async () => {
		const popup = await opened();
		await popup.fields.type("note", "First, hm");
		await change("Newer");
		await popup.submit();
		expect(popup.said.value).toMatchObject({ tone: "bad", key: "popupChanged" });
		expect(popup.stage.value).toBe("form");
		expect(popup.fields.note.value).toBe("Newer\n\nFirst, hm");
		expect(await items()).toMatchObject([{ note: "Newer" }]);
		expect((await undoable()).undo).toBe("editItem");
		await popup.submit();
		expect(popup.said.value).toMatchObject({ tone: "good", key: "clipSaved" });
		expect(await items()).toMatchObject([{ note: "Newer\n\nFirst, hm" }]);
		popup.stay();
	});
});

describe("A draft that cannot be read again", () => {
	afterEach(() => void vi.mocked(settings.lastSection).mockReset());

	test("does not remove the success message of a clip, and the popup still closes", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const popup = await opened();
		await popup.submit();
		refuseReading();
		announce(["items"]);
		await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
		expect(popup.said.value).toMatchObject({ tone: "good", key: "clipAdded" });
		expect(popup.stage.value).toBe("done");
		popup.stay();
	});

	test("does not open the form again while a clip is being saved", async () => {
		vi.spyOn(console, "error").mockImplementation(() => {});
		const popup = await opened();
		let save = () => {};
		const saved = new Promise<void>((resolve) => {
			save = resolve;
		});
		vi.spyOn(settings, "houseStyle").mockImplementationOnce(async () => {
			await saved;
			return DEFAULT_HOUSE_STYLE;
		});
		const submitting = popup.submit();
		const reading = refuseReading();
		announce(["items"]);
		await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
		expect(popup.stage.value).toBe("saving");
		expect(popup.said.value).toBeNull();
		reading.mockReset();
		save();
		await submitting;
		expect(popup.said.value).toMatchObject({ tone: "good", key: "clipAdded" });
		popup.stay();
	});

	function refuseReading() {
		return vi
			.spyOn(settings, "lastSection")
			.mockRejectedValue(new DOMException("", "UnknownError"));
	}
});

describe("Adding to the last item", () => {
	test("adds the page to the newest item as another link", async () => {
		await other("https://example.org/1");
		environment.description = "A page about letters.";
		const popup = await opened();
		await popup.addToLast();
		expect(popup.said.value).toEqual({ tone: "good", key: "clipJoined", heading: "News" });
		expect(await items()).toMatchObject([
			{
				note: "",
				links: [
					{ url: "https://example.org/1" },
					{ url: CLEANED, title: "A page", description: "A page about letters." },
				],
			},
		]);
		popup.stay();
	});

	test("does nothing if there is no item", async () => {
		const popup = await opened();
		await popup.addToLast();
		expect(popup.stage.value).toBe("form");
		expect(await items()).toEqual([]);
	});
});

describe("Sections that change while the popup is open", () => {
	test("are shown at once", async () => {
		const { surroundings } = await opened();
		const jobs = { id: "jobs", heading: "Jobs", level: 1, underline: null };
		await saveHouseStyle({
			...DEFAULT_HOUSE_STYLE,
			sections: [...DEFAULT_HOUSE_STYLE.sections, jobs],
		});
		await vi.waitFor(() => expect(surroundings.value?.sections).toHaveLength(3));
	});

	test("are no longer offered after they are hidden, and are not chosen for what was typed", async () => {
		const { fields, surroundings } = await opened();
		await fields.type("section", "tools");
		await saveHouseStyle(WITHOUT_TOOLS);
		await vi.waitFor(() => expect(surroundings.value?.sections).toHaveLength(1));
		expect((await opened()).fields.section.value).toBe("news");
	});

	test("are still offered for a page that is already in one of them", async () => {
		await clip({ url: CLEANED, title: "", note: "Old.", section: "tools" });
		await saveHouseStyle(WITHOUT_TOOLS);
		const { fields, surroundings } = await opened();
		expect(surroundings.value?.sections).toHaveLength(2);
		expect(fields.section.value).toBe("tools");
	});
});

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Types one key at a time at the end of the present note, without waiting until it is stored. */
async function typeQuickly({ fields }: ReturnType<typeof createPopup>, text: string) {
	for (const key of text) {
		void fields.type("note", fields.note.value + key);
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** With fake timers, the steps of the database must be given time to run. */
async function settled<T>(work: Promise<T>): Promise<T> {
	let done = false;
	const finished = work.finally(() => {
		done = true;
	});
	while (!done) {
		await vi.advanceTimersByTimeAsync(0);
		await new Promise((resolve) => setImmediate(resolve));
	}
	return finished;
}

async function openedWithFakeTimers() {
	const popup = createPopup(environment);
	await settled(popup.open());
	return popup;
}
