import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";
import { holdChanges, letChangesGo } from "./slow-disk.ts";

/** The text of the focused item, without its controls. */
const focusedItem = (options: View) =>
	options.evaluate(() => {
		const { activeElement } = document;
		return activeElement?.matches("li.item")
			? (activeElement.querySelector(".note")?.textContent ?? "")
			: (activeElement?.outerHTML.slice(0, 120) ?? "nothing");
	});

/** Waits until an item itself has the focus, from which keys continue. */
const waitForFocusOn = (options: View, words: string) =>
	options.waitFor(async () => {
		const focused = await focusedItem(options);
		if (focused !== words) throw new Error(`it is on “${focused}”`);
		return true;
	}, `the focus to be on “${words}”`);

const NAMES = ["One", "Two", "Three", "Four"];

describe.each(browsersToTest())("In %s, with only the keyboard,", (name) => {
	const session = inBrowser(name);

	test("a draft is sorted: focus moves between items, and items move up, down, to the next section and by the menu", async () => {
		const options = await session.openDraft();
		for (const note of NAMES) await addItem(options, "News", { note });
		await options.press("Escape");
		await waitForFocusOn(options, "Four");

		await options.press("k");
		await waitForFocusOn(options, "Three");
		await options.press("ArrowUp");
		await waitForFocusOn(options, "Two");
		await options.press("Home");
		await waitForFocusOn(options, "One");

		await options.press("ArrowDown", "Alt");
		await expectItems(options, "News", ["Two", "One", "Three", "Four"]);
		await waitForFocusOn(options, "One");
		await options.press("ArrowDown", "Alt", "Shift");
		await expectItems(options, "Tools", ["One"]);
		await waitForFocusOn(options, "One");
		await options.waitForText("Moved to Tools, 1 of 1.");

		// Focus moves to the next section, and stays at the end of the list.
		await options.press("k");
		await waitForFocusOn(options, "Four");
		await options.press("m");
		await options.waitFor(() => options.has("menuitem", "Tools"), "the menu");
		await options.press("Enter");
		await expectItems(options, "Tools", ["One", "Four"]);
		await waitForFocusOn(options, "Four");
		await options.press("j");
		await waitForFocusOn(options, "Four");

		const reopened = await session.openDraft();
		await expectItems(reopened, "News", ["Two", "Three"]);
		await expectItems(reopened, "Tools", ["One", "Four"]);
		await reopened.close();
	});

	test("items are edited, put on the shelf and deleted, and each step is undone and redone", async () => {
		const options = await session.openDraft();
		await expectItems(options, "News", ["Two", "Three"]);
		await options.press("j");
		await waitForFocusOn(options, "Two");
		await options.press("Enter");
		await options.waitFor(
			() => options.evaluate(() => document.activeElement?.matches("textarea") ?? false),
			"the note to have the focus",
		);
		await options.press("End", "Control");
		await options.type(" j?/x");
		await options.waitForText("Saved");
		expect(await options.value("Note", { within: "News" })).toBe("Two j?/x");
		await options.press("Escape");
		await waitForFocusOn(options, "Two j?/x");

		await options.press("s");
		await expectItems(options, "News", ["Three"]);
		await waitForFocusOn(options, "Three");
		await options.press("Delete");
		await expectItems(options, "News", []);
		await options.press("z", "Control");
		await expectItems(options, "News", ["Three"]);
		await options.press("z", "Control");
		await expectItems(options, "News", ["Two j?/x", "Three"]);
		await options.press("z", "Control", "Shift");
		await expectItems(options, "News", ["Three"]);
		await options.press("y", "Control");
		await expectItems(options, "News", []);
		await options.press("z", "Control");
		await options.press("z", "Control");
		await expectItems(options, "News", ["Two j?/x", "Three"]);
	});

	test("Undo in a field is the browser's while it has typed text, then Galley's", async () => {
		const options = await session.openDraft();
		await options.click("button", "Edit", { within: "News", item: 1 });
		await options.press("End", "Control");
		await options.type("!");
		await options.press("z", "Control");
		await options.waitFor(
			async () => (await options.value("Note", { within: "News" })) === "Three",
			"the browser to take it back",
		);
		// The next Undo is Galley's, and reverses the earlier change: the text of the other item.
		await options.waitForText("Saved");
		await options.press("z", "Control");
		await options.waitFor(
			async () => !(await options.names("listitem", { within: "News" })).join().includes("j?/x"),
			"the words to be as they were before",
		);
		await expectItems(options, "News", ["Two", "Three"]);
		await options.press("z", "Control", "Shift");
		await expectItems(options, "News", ["Two j?/x", "Three"]);
	});

	test("one key opens the list of keys or the search, and Escape leads back", async () => {
		const options = await session.openDraft();
		await expectItems(options, "News", ["Two j?/x", "Three"]);
		await options.press("j");
		await waitForFocusOn(options, "Two j?/x");
		await options.press("?");
		await options.waitFor(() => options.has("dialog", "Keys"), "the keys");
		await options.press("Escape");
		await options.waitFor(async () => !(await options.has("dialog", "Keys")), "the keys to go");
		await waitForFocusOn(options, "Two j?/x");
		await options.press("/");
		await options.waitForText("There is nothing to search yet");
		expect(await options.url()).toContain("#/archive");
	});

	test("the search gets the focus when there is a published issue", async () => {
		const options = await session.openDraft();
		await session.browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitForText("is published");
		await options.press("/");
		await options.waitFor(
			() => options.evaluate(() => document.activeElement?.id === "search-words"),
			"the search to have the focus",
		);
		await options.type("/j?");
		expect(await options.value("Search the archive")).toBe("/j?");
	});

	test("the first Tab stop leads to the items, and O opens the page of an item", async () => {
		const options = await session.openDraft();
		const url = session.sites.page("tool.html", "opened.example");
		await addItem(options, "News", { note: "With a page", links: [url] });
		const reopened = await session.openDraft();
		await expectItems(reopened, "News", ["With a page"]);
		await reopened.press("Tab");
		expect(await reopened.evaluate(() => document.activeElement?.textContent)).toBe(
			"Skip to items",
		);
		await reopened.press("Enter");
		await waitForFocusOn(reopened, "With a page");
		const opened = await reopened.evaluate(() => {
			let href = "";
			document.addEventListener("click", (event) => {
				href = (event.target as Element).closest("a")?.href ?? "";
				event.preventDefault();
			});
			const key = new KeyboardEvent("keydown", { key: "o", code: "KeyO", bubbles: true });
			document.activeElement?.dispatchEvent(key);
			return href;
		});
		expect(opened).toBe(url);
		await reopened.press("Delete");
		await expectItems(reopened, "News", []);
	});

	test("the search gets the focus each time its key is pressed", async () => {
		const options = await session.openDraft();
		for (const _ of [1, 2, 3]) {
			await options.press("/");
			await options.waitFor(
				() => options.evaluate(() => document.activeElement?.id === "search-words"),
				"the search to have the focus",
			);
			await options.click("link", "Draft");
			await options.waitFor(() => options.has("button", "Publish"), "the draft");
		}
	});

	test("text typed before a new item is ready goes into its note, and does nothing else", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "One" });
		await options.press("Escape");
		await waitForFocusOn(options, "One");
		await options.evaluate(holdChanges);
		await options.press("n");
		// In the list these keys would select the item, put it on the shelf, open a menu, and delete it.
		await options.type("xsm");
		for (const key of ["Backspace", "Delete", "ArrowUp"]) await options.press(key);
		await options.evaluate(letChangesGo);
		await options.waitFor(
			() => options.evaluate(() => (document.activeElement as HTMLTextAreaElement).value === "xs"),
			"the new note, with what was typed",
		);
		await options.type(" and more");
		await options.waitForText("Saved");
		await expectItems(options, "News", ["One", "xs and more"]);
		expect(await options.has("region", "Selection")).toBe(false);
	});
});
