import { describe, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, several items", (name) => {
	const session = inBrowser(name);

	test("are selected by mouse and keys, and moved together as one step of Undo", async () => {
		const options = await session.openDraft();
		for (const note of ["One", "Two", "Three", "Four"]) await addItem(options, "News", { note });
		await options.click("button", "Done", { within: "News" });
		await options.click("checkbox", "Select", { within: "News", item: 0 });
		await options.click("checkbox", "Select", { within: "News", item: 2 });
		await options.waitForText("2 items selected");
		await options.click("button", "Move to…", { within: "Selection" });
		await options.click("menuitem", "Tools");
		await expectItems(options, "Tools", ["One", "Three"]);
		await expectItems(options, "News", ["Two", "Four"]);
		await options.waitForText("2 items moved to Tools.");
		await options.click("button", "Undo");
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
	});

	test("move up together, and are deselected by Escape", async () => {
		const options = await session.openDraft();
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
		await options.press("j");
		await options.press("j");
		await options.press("x");
		await options.press("ArrowDown", "Shift");
		await options.waitForText("2 items selected");
		await options.press("ArrowUp", "Alt");
		await expectItems(options, "News", ["Two", "Three", "One", "Four"]);
		await options.waitForText("2 items selected");
		await options.press("Escape");
		await options.waitFor(async () => !(await options.has("region", "Selection")), "no selection");
		await options.press("z", "Control");
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
	});

	test("are dragged together when one of them is dragged", async () => {
		const options = await session.openDraft();
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
		for (const item of [0, 1]) {
			await options.click("checkbox", "Select", { within: "News", item });
		}
		const item = (nth: number) => ({ role: "listitem", within: ["News"], nth });
		await options.drag(item(0), item(3), "lower");
		await expectItems(options, "News", ["Three", "Four", "One", "Two"]);
		await options.click("button", "Undo");
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
	});

	test("of a whole section are put on the shelf, deleted, and restored", async () => {
		const options = await session.openDraft();
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
		await options.click("button", "Select all", { within: "News" });
		await options.waitForText("4 items selected");
		await options.click("button", "Put on the shelf", { within: "Selection" });
		await expectItems(options, "News", []);
		await options.click("button", "Undo");
		await expectItems(options, "News", ["One", "Two", "Three", "Four"]);
		await options.waitFor(async () => !(await options.has("region", "Selection")), "no selection");
		await options.click("button", "Select all", { within: "News" });
		await options.click("button", "Delete", { within: "Selection" });
		await expectItems(options, "News", []);
		await options.waitForText("4 items deleted. Undo brings them back.");
		await options.waitFor(
			() => options.evaluate(() => document.activeElement?.localName !== "body"),
			"the focus to be somewhere",
		);
		const reopened = await session.openDraft();
		await reopened.click("button", "Undo");
		await expectItems(reopened, "News", ["One", "Two", "Three", "Four"]);
	});
});
