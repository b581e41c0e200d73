import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, axe finds nothing wrong", (name) => {
	const session = inBrowser(name);

	test("with the popup", async () => {
		const tab = await session.openPage("article.html?utm_source=x", "night-shift.example");
		const popup = await session.openPopup(tab);
		expect(await violations(popup)).toEqual([]);
		await popup.close();
	});

	test("with the draft, with one item open and one folded", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "A note.", links: ["https://a.example/"] });
		await addItem(options, "Tools", { note: "Another.", links: ["https://b.example/x/y"] });
		expect(await violations(options)).toEqual([]);
	});

	test("with the dialog before an issue is published", async () => {
		const options = await session.openDraft();
		await options.click("button", "Review and publish");
		await options.waitFor(() => options.has("dialog", "Review issue 1"), "the sheet");
		expect(await violations(options)).toEqual([]);
	});

	test("with items selected, the menu of destinations, and the list of keys", async () => {
		const options = await session.openDraft();
		await options.waitFor(() => options.has("checkbox", "Select"), "the items");
		await options.press("j");
		await options.press("x");
		await options.waitFor(() => options.has("region", "Selection"), "the selection");
		expect(await violations(options)).toEqual([]);
		await options.press("m");
		await options.waitFor(() => options.has("menuitem"), "the menu");
		expect(await violations(options)).toEqual([]);
		await options.press("Escape");
		await options.press("?");
		await options.waitFor(() => options.has("dialog", "Keys"), "the keys");
		expect(await violations(options)).toEqual([]);
	});

	test("with the list of drafts, and a draft that is not the current one", async () => {
		const options = await session.openDraft();
		await options.click("button", "Drafts");
		await options.waitFor(() => options.has("button", "New draft"), "the list");
		expect(await violations(options)).toEqual([]);
		await options.click("button", "New draft");
		await options.waitFor(() => options.has("button", "Send clips here"), "the other draft");
		expect(await violations(options)).toEqual([]);
	});

	test("with items on the shelf and in the bin, one selected", async () => {
		const options = await session.openDraft();
		await options.click("button", "Put on the shelf", { within: "News", item: 0 });
		// Without it, the items below move up.
		await expectItems(options, "News", []);
		await options.click("button", "Delete", { within: "Tools", item: 0 });
		await options.waitForText("Item deleted.");
		const shelf = await session.browser.openOptions("/shelf");
		await shelf.click("checkbox", "Select", { within: "News", item: 0 });
		await shelf.click("checkbox", "Select", { within: "Bin", item: 0 });
		expect(await violations(shelf)).toEqual([]);
		for (const _ of [1, 2]) await shelf.click("button", "Undo");
		await options.activate();
		await session.browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitFor(() => options.has("region", "Issue 1 is published"), "the card");
		expect(await violations(options)).toEqual([]);
	});

	test.each(["/archive", "/sponsors", "/style", "/settings"])(
		"with the panel at #%s",
		async (panel) => {
			const options = await session.browser.openOptions(panel);
			const isDrawn = () => document.querySelector("main button") !== null;
			await options.waitFor(() => options.evaluate(isDrawn), "the panel");
			expect(await violations(options)).toEqual([]);
		},
	);
});
