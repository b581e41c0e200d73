import { describe, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, the shelf", (name) => {
	const session = inBrowser(name);

	const openShelf = async () => {
		const shelf = await session.browser.openOptions("/shelf");
		await shelf.waitFor(() => shelf.has("region", "Bin"), "the shelf");
		return shelf;
	};

	test("keeps items for later, which can be edited and put into the draft again", async () => {
		const options = await session.openDraft();
		for (const note of ["One", "Two", "Three"]) await addItem(options, "News", { note });
		await options.click("button", "Put on the shelf", { within: "News", item: 1 });
		await expectItems(options, "News", ["One", "Three"]);

		const shelf = await openShelf();
		await expectItems(shelf, "News", ["Two"]);
		await shelf.click("button", "Edit", { within: "News", item: 0 });
		await shelf.fill("Note", "Two, better.", { within: "News", item: 0 });
		await shelf.press("Escape");
		await expectItems(shelf, "News", ["Two, better."]);
		await shelf.press("s");
		await shelf.waitForText("The shelf is empty.");
		await expectItems(options, "News", ["One", "Three", "Two, better."]);
		await shelf.click("button", "Undo");
		await expectItems(shelf, "News", ["Two, better."]);
		await expectItems(options, "News", ["One", "Three"]);
	});

	test("returns several items at once", async () => {
		const options = await session.openDraft();
		await options.click("button", "Put on the shelf", { within: "News", item: 0 });
		await expectItems(options, "News", ["Three"]);
		const shelf = await openShelf();
		await expectItems(shelf, "News", ["Two, better.", "One"]);
		await shelf.click("button", "Select all", { within: "News" });
		await shelf.click("button", "Put into the draft", { within: "Selection" });
		await shelf.waitForText("The shelf is empty.");
		await expectItems(options, "News", ["Three", "Two, better.", "One"]);
	});

	test("has the bin, from which items are put back one by one or together", async () => {
		const options = await session.openDraft();
		await options.click("button", "Select all", { within: "News" });
		await options.click("button", "Delete", { within: "Selection" });
		await expectItems(options, "News", []);
		const shelf = await openShelf();
		await expectItems(shelf, "Bin", ["", "", ""]);
		await shelf.click("button", "Put back", { within: "Bin", item: "Two, better." });
		await shelf.waitForText("The item is out of the bin again.");
		await expectItems(options, "News", ["Two, better."]);
		for (const item of [0, 1]) {
			await shelf.click("checkbox", "Select", { within: "Bin", item });
		}
		await shelf.click("button", "Put 2 back", { within: "Bin" });
		await expectItems(options, "News", ["Three", "Two, better.", "One"]);
		await shelf.waitForText("Nothing has been deleted");
		await shelf.waitFor(
			() => shelf.evaluate(() => document.activeElement?.id === "bin-heading"),
			"the focus to be kept",
		);
	});

	test("has deleted drafts in the bin too", async () => {
		const options = await session.openDraft();
		await options.click("button", "Drafts");
		await options.click("button", "Delete this draft");
		await options.waitForText("is in the bin");
		const shelf = await openShelf();
		await shelf.click("button", "Put back", { within: "Bin", item: "Draft of issue 1" });
		await shelf.waitForText("The draft of issue 1 is open again.");
	});
});
