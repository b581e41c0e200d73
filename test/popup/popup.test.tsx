// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { clip } from "../../src/capture/clip.ts";
import { suggestedSection } from "../../src/capture/suggested-section.ts";
import { NO_CONTENT } from "../../src/core/page/page-content.ts";
import { database } from "../../src/data/db/database.ts";
import { SHARE_STATE } from "../../src/data/db/outbox.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { editItem, itemsOf } from "../../src/data/items/items.ts";
import { listenToPopupKeys } from "../../src/popup/keyboard.ts";
import { createPopup } from "../../src/popup/state.ts";
import { PopupView } from "../../src/popup/views/popup.tsx";
import { keepWholeSelection } from "../../src/popup/whole-selection.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

vi.mock("webextension-polyfill", async () => (await import("../extension/fake-browser.ts")).mock());
beginWithEmptyDatabase();

const DRAFT = { address: "options.html", open: vi.fn() };
const ISSUE = { address: "options.html#issue", open: vi.fn() };
const PAGES = { draft: DRAFT, issue: vi.fn(() => ISSUE) };
let url = "";

beforeEach(() => {
	url = "https://example.com/a?utm_source=x";
	document.body.innerHTML = '<div id="root"></div>';
});

const worldOf = () => ({
	activePage: async () => ({ tabId: 7, url, title: "A page" }),
	pageWords: async () => NO_CONTENT,
	suggestedSection,
	clipped: vi.fn(),
	close: vi.fn(),
});

function show() {
	const popup = createPopup(worldOf());
	const root = document.querySelector("#root") as HTMLElement;
	popup.follow(() => {
		const selectAgain = keepWholeSelection();
		render(<PopupView popup={popup} pages={PAGES} />, root);
		selectAgain();
	});
	return popup;
}

const items = async () => itemsOf((await openDraft()).id);
const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });

describe("The popup", () => {
	test("can be typed in before anything has been read", () => {
		show();
		expect(document.activeElement).toBe(field("Note"));
		expect(screen.getByRole("button", { name: "Clip" })).toBeTruthy();
	});

	test("focuses the note again if the browser has removed the focus while opening the popup", () => {
		show();
		field("Note").blur();
		expect(document.activeElement).toBe(document.body);
		dispatchEvent(new Event("focus"));
		expect(document.activeElement).toBe(field("Note"));
	});

	test("does not move the focus from an element that the user has chosen", () => {
		show();
		field("Title").focus();
		dispatchEvent(new Event("focus"));
		expect(document.activeElement).toBe(field("Title"));
	});

	test("selects a title that arrives in the focused field, so that typing replaces it", async () => {
		const popup = show();
		field("Title").focus();
		await popup.open();
		await waitFor(() => expect(field("Title").value).toBe("A page"));
		const { selectionStart, selectionEnd } = field("Title");
		expect([selectionStart, selectionEnd]).toEqual([0, "A page".length]);
	});

	test("has every control under its accessible name, and no other controls", async () => {
		await show().open();
		expect(field("Link").value).toBe("https://example.com/a");
		expect(field("Title").value).toBe("A page");
		const radios = screen.getAllByRole<HTMLInputElement>("radio");
		expect(radios.map((radio) => radio.checked)).toEqual([true, false]);
		screen.getByRole("radio", { name: "News" });
		screen.getByRole("radio", { name: "Tools" });
		screen.getByRole("button", { name: "Add to the last item" });
		screen.getByRole("link", { name: "Open the draft" });
	});

	test("says how many changes wait to be shared, also after a clip", async () => {
		await (await database()).put("sharing", { base: "commit" }, SHARE_STATE);
		const popup = show();
		await popup.open();
		expect(screen.getByRole("heading").textContent).toBe("Nothing clipped yet");
		await popup.submit();
		// The item and the draft that was opened for it.
		await waitFor(() =>
			expect(screen.getByRole("heading").textContent).toContain("1 item · 2 not shared yet"),
		);
	});

	test("clips the content of its fields by key, and says where it went", async () => {
		const popup = show();
		listenToPopupKeys(popup);
		await popup.open();
		fireEvent.input(field("Note"), { target: { value: "Worth reading." } });
		fireEvent.keyDown(field("Note"), { key: "2", code: "Digit2", altKey: true });
		fireEvent.keyDown(field("Note"), { key: "Enter", ctrlKey: true });
		await screen.findByText("Added to Tools");
		expect(await items()).toMatchObject([{ section: "tools", note: "Worth reading." }]);
		fireEvent.keyDown(field("Note"), { key: "Enter", ctrlKey: true, repeat: true });
		expect(popup.stage.value).toBe("done");
		fireEvent.keyDown(field("Note"), { key: "Shift" });
		expect(popup.stage.value).toBe("done");
		fireEvent.keyDown(field("Note"), { key: "a" });
		expect(popup.stage.value).toBe("form");
		await screen.findByRole("button", { name: "Clip" });
	});

	test("says which section already contains the page, and offers to save it there", async () => {
		await clip({ url, title: "", note: "Old.", section: "tools" });
		await show().open();
		screen.getByText("Already in Tools. Saving updates that item.");
		screen.getByText("Save");
		expect(field("Note").value).toBe("Old.");
		screen.getByRole("button", { name: "Clip" });
		expect(screen.queryByRole("button", { name: "Add to the last item" })).toBeNull();
	});

	test("says that earlier typed words are shown below a note that has been changed since", async () => {
		await clip({ url, title: "", note: "Old.", section: "tools" });
		const left = createPopup(worldOf());
		await left.open();
		await left.fields.type("note", "Half a th");
		await new Promise((resolve) => setTimeout(resolve, 5));
		await editItem((await items())[0]?.id ?? "", { note: "Newer." });
		await show().open();
		await screen.findByText("The note was changed since. Your words are below.");
		expect(field("Note").value).toBe("Newer.\n\nHalf a th");
		fireEvent.click(screen.getByRole("button", { name: "Discard" }));
		await waitFor(() => expect(field("Note").value).toBe("Newer."));
	});

	test("says that a note was changed in the meantime instead of overwriting it", async () => {
		await clip({ url, title: "", note: "Old.", section: "tools" });
		await show().open();
		fireEvent.input(field("Note"), { target: { value: "Mine." } });
		await editItem((await items())[0]?.id ?? "", { note: "Newer." });
		fireEvent.click(screen.getByRole("button", { name: "Clip" }));
		await screen.findByText(/^Not saved: the note was changed.* What you typed is still here/);
		expect(field("Note").value).toBe("Newer.\n\nMine.");
	});

	test("shows the last item where a page can be added to it", async () => {
		await clip({ url: "https://example.org/1", title: "", note: "Caliper.", section: "tools" });
		await show().open();
		screen.getByText("The last item: Caliper.");
		fireEvent.click(screen.getByRole("button", { name: "Add to the last item" }));
		await screen.findByText("Added to the last item, in Tools");
		expect((await items())[0]?.links).toHaveLength(2);
	});

	test("names what was removed from the address, and restores it", async () => {
		url =
			"https://www.google.com/url?q=https%3A%2F%2Fexample.com%2F%3Futm_source%3Dx%23%3A~%3Atext%3Da";
		await show().open();
		screen.getByText("Removed: redirect of google.com, utm_source, text fragment");
		fireEvent.click(screen.getByRole("button", { name: "Use the original" }));
		await waitFor(() => expect(field("Link").value).toBe(url));
		screen.getByText("Kept: redirect of google.com, utm_source, text fragment");
		fireEvent.click(screen.getByRole("button", { name: "Remove it" }));
		await waitFor(() => expect(field("Link").value).toBe("https://example.com/"));
	});

	test("shows an address with letters instead of escapes", async () => {
		url = "https://xn--bcher-kva.example/%D0%9F%D0%BE%D1%80%D1%82";
		await show().open();
		screen.getByText("Reads as bücher.example/Порт");
	});

	test("accepts a title on two lines without the line break", async () => {
		await show().open();
		fireEvent.input(field("Title"), { target: { value: "One\n two" } });
		expect(field("Title").value).toBe("One two");
	});

	test("switches to the original address", async () => {
		await show().open();
		fireEvent.click(screen.getByRole("button", { name: "Use the original" }));
		await waitFor(() => expect(field("Link").value).toBe("https://example.com/a?utm_source=x"));
	});

	test("says why a page cannot be clipped, and still links to the draft", async () => {
		url = "file:///home/a.html";
		await show().open();
		screen.getByText(/This file is on your own computer/);
		expect(screen.queryByRole("button", { name: "Clip" })).toBeNull();
		fireEvent.click(screen.getByRole("link", { name: "Open the draft" }));
		await waitFor(() => expect(DRAFT.open).toHaveBeenCalledOnce());
	});
});
