import { describe, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

const numberIs = (options: View, number: string) =>
	options.waitFor(
		async () => (await options.value("Issue number")) === number,
		`issue ${number} to be on the page`,
	);

describe.each(browsersToTest())("In %s, several drafts", (name) => {
	const session = inBrowser(name);

	test("are open at the same time; clips go to the current one, and the page says so", async () => {
		const options = await session.openDraft();
		await options.fill("Issue number", "470");
		await addItem(options, "News", { note: "In 470.", links: ["https://a.example/"] });
		await options.click("button", "Drafts");
		await options.click("button", "New draft");
		await numberIs(options, "471");
		await options.waitForText("Clips go to the draft of issue 470");
		await expectItems(options, "News", []);

		const page = await session.openPage("article.html", "night-shift.example");
		await session.clipByMenu(page, "News");
		await options.activate();
		await options.waitForText("A clip came in: it is in the draft of issue 470");
		await expectItems(options, "News", []);
		await options.click("link", "Show issue 470");
		await expectItems(options, "News", ["In 470.", "night-shift.example"]);
	});

	test("move items between each other, and show a link that is in both", async () => {
		const options = await session.openDraft();
		await options.click("button", "Move to…", { within: "News", item: 0 });
		await options.click("menuitem", "Draft of issue 471");
		await expectItems(options, "News", ["night-shift.example"]);
		await addItem(options, "Tools", { note: "Again.", links: ["https://a.example/"] });
		await options.waitForText("In the draft of issue 471 too");
		await options.click("link", "In the draft of issue 471 too");
		await expectItems(options, "News", ["In 470."]);
	});

	test("can each become the one that gets the clips, and are replaced by the current one when deleted", async () => {
		const options = await session.openDraft();
		await options.click("button", "Drafts");
		await options.waitForText("Clips go here");
		// The rest of its name is a date, which depends on today.
		await options.click("link", "Issue 471", { begins: true });
		await numberIs(options, "471");
		await options.click("button", "Send clips here");
		await options.waitForText("Clips go to the draft of issue 471 from now on.");
		await session.clipByMenu(await session.openPage("tool.html", "caliper.example"), "Tools");
		await options.activate();
		await expectItems(options, "Tools", ["caliper.example"]);

		await options.click("button", "Drafts");
		await options.click("button", "Delete this draft");
		await numberIs(options, "470");
		await options.waitForText("The draft of issue 471 is in the bin.");
		await options.waitFor(
			async () => /#\/$/.test(await options.url()),
			"the address of the current draft",
		);
		await options.click("button", "Undo");
		await options.waitForText("The deleted draft is back.");
	});

	test("lead to the next draft when one is published, and back with Undo", async () => {
		const options = await session.openDraft();
		await numberIs(options, "471");
		await session.browser.nextDownload(() => options.click("button", "Publish"));
		await numberIs(options, "470");
		await options.click("button", "Undo");
		await numberIs(options, "471");
	});
});
