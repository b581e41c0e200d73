import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

/** Runs in the popup: sends the events of a keyboard layout of another system, which no driver can type here. */
function pressInNote(keys: KeyboardEventInit[]): boolean[] {
	const note = document.getElementById("note") as HTMLTextAreaElement;
	note.focus();
	return keys.map((key) =>
		note.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...key })),
	);
}

/** Runs in the popup: the position of the caret in the note, and whether its line is visible. */
function caretInNote() {
	const note = document.getElementById("note") as HTMLTextAreaElement;
	return {
		before: note.value.slice(0, note.selectionStart),
		after: note.value.slice(note.selectionEnd),
		hasFocus: document.activeElement === note,
		inSight: note.scrollTop + note.clientHeight >= note.scrollHeight - 1,
	};
}

const TYPED: KeyboardEventInit[] = [
	{ key: "@", code: "Digit2", altKey: true },
	{ key: "€", code: "Digit2", altKey: true },
	{ key: "Dead", code: "KeyN", altKey: true },
	{ key: "²", code: "Digit2", altKey: true, ctrlKey: true, modifierAltGraph: true },
	{ key: "@", code: "Digit2", modifierAltGraph: true },
	{ key: "2", code: "Numpad2", altKey: true },
	{ key: "ArrowDown", code: "Numpad2", altKey: true },
	{ key: "t", code: "KeyT" },
	{ key: "2", code: "Digit2" },
];

const COMPOSED: KeyboardEventInit[] = [
	{ key: "Enter", code: "Enter", ctrlKey: true, isComposing: true },
	{ key: "Process", code: "Enter", ctrlKey: true, keyCode: 229 },
	{ key: "Enter", code: "Enter", ctrlKey: true, keyCode: 229 },
	{ key: "2", code: "Digit2", altKey: true, isComposing: true },
];

describe.each(browsersToTest())("In %s, text typed in the popup", (name) => {
	const session = inBrowser(name);

	async function isOnNews(popup: View): Promise<void> {
		expect(await popup.isChecked("News")).toBe(true);
		expect(await popup.has("button", "Clip")).toBe(true);
	}

	test("with any keyboard layout goes into the note, and no such key chooses a section or clips", async () => {
		const tab = await session.openPage("tool.html", "layouts.example");
		const popup = await session.openPopup(tab);
		const left = await popup.evaluate(pressInNote, TYPED);
		expect(left).toEqual(TYPED.map(() => true));
		await isOnNews(popup);
		expect(await popup.evaluate(pressInNote, COMPOSED)).toEqual(COMPOSED.map(() => true));
		await isOnNews(popup);
		await popup.press("2", "Alt");
		await popup.waitFor(() => popup.isChecked("Tools"), "Tools to be chosen");
		await popup.close();
	});

	test("goes below a quote, on a separate visible line", async () => {
		const tab = await session.openPage("selections.html", "quoted.example");
		await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
		const popup = await session.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Note")) !== "", "the quote");
		const caret = await popup.evaluate(caretInNote);
		expect(caret).toMatchObject({ after: "", hasFocus: true, inSight: true });
		expect(caret.before).toMatch(/\n>[^\n]*\n\n$/);
		await popup.type("My own words.");
		expect((await popup.value("Note")).split("\n").slice(-2)).toEqual(["", "My own words."]);
		await popup.press("Enter", "Control");
		await popup.waitForText("Added to News");
		await session.browser.waitForPopupClosed();
		const options = await session.openDraft();
		await expectItems(options, "News", ["My own words."]);
	});

	test("is not needed below a quote, which then has no empty lines after it", async () => {
		const tab = await session.openPage("outage.html", "only-quoted.example");
		await tab.evaluate(() =>
			getSelection()?.selectAllChildren(document.getElementById("cause") as Element),
		);
		const popup = await session.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Note")).endsWith("\n\n"), "the quote");
		await popup.press("Enter", "Control");
		await popup.waitForText("Added to News");
		await session.browser.waitForPopupClosed();
		const options = await session.openDraft();
		await options.click("button", "Edit", { within: "News", item: 1 });
		expect(await options.value("Note", { within: "News", item: 1 })).toMatch(
			/^> A cert.*spring\.$/,
		);
	});
});
