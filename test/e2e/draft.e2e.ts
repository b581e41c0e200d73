import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

/** Waits until the focus is in the item with this text. */
const waitForFocusIn = (options: View, words: string) =>
	options.waitFor(async () => {
		const focused = await options.evaluate(
			() => document.activeElement?.closest("li")?.textContent,
		);
		return focused?.includes(words) ?? false;
	}, `the focus to be in “${words}”`);

describe.each(browsersToTest())("In %s, the draft", (name) => {
	const session = inBrowser(name);

	test("shows immediately what the popup clips while the draft is open", async () => {
		const { browser, openPage, openPopup, openDraft } = session;
		const options = await openDraft();
		await expectItems(options, "Tools", []);
		const tab = await openPage("tool.html", "seen.example");
		const popup = await openPopup(tab);
		await popup.fill("Note", "Seen at once.");
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.waitForPopupClosed();
		await expectItems(options, "Tools", ["Seen at once."]);
		await options.waitForText("1 item");
	});

	test("that is open twice shows in each page what is typed, added and moved in the other", async () => {
		const { openDraft } = session;
		const one = await openDraft();
		const other = await openDraft();
		await one.fill("Intro", "Typed in the one.");
		await other.waitFor(
			async () => (await other.value("Intro")) === "Typed in the one.",
			"the intro",
		);
		await addItem(other, "News", { note: "Added in the other.", links: ["https://a.example/"] });
		await expectItems(one, "News", ["Added in the other."]);
		await one.fill("Sponsor name", "Example Corp");
		await other.fill("Sponsor note", "Ship it.");
		await one.waitFor(async () => (await one.value("Sponsor note")) === "Ship it.", "the note");
		await other.waitFor(
			async () => (await other.value("Sponsor name")) === "Example Corp",
			"the name",
		);
		await other.click("button", "Move down", { within: "News", item: 0 });
		await expectItems(one, "Tools", ["Added in the other.", "Seen at once."]);
		await one.click("button", "Undo");
		await one.waitForText("The item is back where it was.");
		await expectItems(other, "News", ["Added in the other."]);
		await other.close();
	});

	test("gets a new section, which is renamed, moved and removed where it is", async () => {
		const { openDraft } = session;
		const options = await openDraft();
		const headings = () =>
			options.evaluate(() =>
				[...document.querySelectorAll(".draft .section h2")].map(({ textContent }) => textContent),
			);
		const waitForHeadings = (expected: string[]) =>
			options.waitFor(
				async () => {
					const now = await headings();
					if (now.join() !== expected.join()) throw new Error(`they are ${now.join(", ")}`);
					return true;
				},
				`the sections ${expected.join(", ")}`,
			);

		await options.click("button", "New section");
		await options.fill("New section", "Jobs");
		await options.press("Enter");
		await waitForHeadings(["News", "Tools", "Jobs"]);
		await options.fill("New section", "jobs!");
		await options.press("Enter");
		await options.waitForText("The name “Jobs” is already used.");
		await options.click("button", "Edit section", { within: "Jobs" });
		await options.fill("Section heading", "Open positions", { within: "Jobs" });
		await waitForHeadings(["News", "Tools", "Open positions"]);
		await options.click("button", "Move up", { within: "Open positions" });
		await waitForHeadings(["News", "Open positions", "Tools"]);
		await options.press("Enter");
		await waitForHeadings(["Open positions", "News", "Tools"]);
		await options.waitForText("Saved");

		const again = await openDraft();
		await again.click("button", "Edit section", { within: "Open positions" });
		await again.click("button", "Remove", { within: "Open positions" });
		await again.waitForText("Section removed.");
		await waitForHeadings(["News", "Tools"]);
		await again.click("button", "Undo");
		await waitForHeadings(["Open positions", "News", "Tools"]);
		await again.click("button", "Redo");
		await waitForHeadings(["News", "Tools"]);
		await again.close();
	});

	test("has items that buttons and keys move within a section, to another section, and back", async () => {
		const { openDraft } = session;
		const options = await openDraft();
		await addItem(options, "News", { note: "Second of News." });
		await addItem(options, "News", { note: "Third of News." });
		await options.click("button", "Move up", { within: "News", item: 2 });
		await expectItems(options, "News", ["Added in the other.", "Third", "Second"]);
		await waitForFocusIn(options, "Third");

		await options.press("ArrowDown", "Alt");
		await expectItems(options, "News", ["Added in the other.", "Second", "Third"]);
		await options.press("ArrowDown", "Alt");
		await expectItems(options, "Tools", ["Third", "Seen at once."]);
		await waitForFocusIn(options, "Third");
		await options.press("ArrowUp", "Alt");
		await expectItems(options, "News", ["Added in the other.", "Second", "Third"]);

		for (const expected of [["Third", "Seen at once."], ["Seen at once."]]) {
			await options.click("button", "Undo");
			await expectItems(options, "Tools", expected);
		}
		const reopened = await openDraft();
		await expectItems(reopened, "News", ["Added in the other.", "Second", "Third"]);
	});

	test("gets a deleted item back by Undo, complete and in its place", async () => {
		const { openDraft } = session;
		const options = await openDraft();
		await options.click("button", "Edit", { within: "News", item: 1 });
		await options.fill("Links", "https://a.example/2\nhttps://b.example/2", {
			within: "News",
			item: 1,
		});
		await options.waitForText("Saved");
		await options.click("button", "Delete", { within: "News", item: 1 });
		await expectItems(options, "News", ["Added in the other.", "Third"]);
		await options.waitForText("Item deleted.");
		await options.click("button", "Undo");
		await expectItems(options, "News", ["Added in the other.", "Second", "Third"]);
		const reopened = await openDraft();
		await reopened.click("button", "Edit", { within: "News", item: 1 });
		expect(await reopened.value("Links", { within: "News" })).toBe(
			"https://a.example/2\nhttps://b.example/2",
		);
	});

	test("reports an invalid value, keeps it on screen, and exports nothing", async () => {
		const { browser, openDraft } = session;
		const options = await openDraft();
		for (const [field, wrong, sentence] of [
			["Issue number", "four hundred", "An issue number is a whole number"],
			["Issue date", "2019-02-30", "This is not a valid date"],
			["Publication time", "2019-12-22 13:40", "This is not a valid time with its offset"],
		] as const) {
			const before = await options.value(field);
			await options.fill(field, wrong);
			await options.waitForText(sentence);
			await options.waitForText("Not saved");
			for (const way of ["Copy markdown", "Export markdown", "Publish"]) {
				await options.click("button", way);
				// The invalid field gets the focus after an attempt to export.
				await options.waitFor(
					() =>
						options.evaluate(() => document.activeElement?.getAttribute("aria-invalid") === "true"),
					`${field} to have the focus again after ${way}`,
				);
			}
			expect(await options.value(field)).toBe(wrong);
			expect(await readdir(browser.downloads)).toEqual([]);
			await expectItems(options, "Tools", ["Seen at once."]);
			await options.fill(field, before);
			await options.waitForText("Saved");
			expect(await options.evaluate(() => document.querySelector("[aria-invalid]"))).toBeNull();
		}
		expect(await browser.readClipboard()).toBe("");
	});
});
