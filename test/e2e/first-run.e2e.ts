import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, when Galley is opened for the first time", (name) => {
	const session = inBrowser(name);

	test("the draft says how to clip, with the current keys, and where to begin", async () => {
		const draft = await session.openDraft();
		const keys = await session.browser.shortcuts();
		await draft.waitForText("This draft is empty");
		for (const key of Object.values(keys).filter(Boolean)) await draft.waitForText(key);
		await draft.waitForText("clips the page to News at once.");
		expect(await draft.has("button", "Change the keys…")).toBe(true);
		await draft.waitFor(
			() => draft.has("link", "Import your back issues"),
			"the way to the import",
		);
		expect(await violations(draft)).toEqual([]);
	});

	test("one click loads a sample, which gets no clips and cannot be published", async () => {
		const draft = await session.openDraft();
		await draft.click("button", "Load a sample issue");
		await draft.waitFor(() => draft.has("region", "Sample"), "the banner");
		expect(await draft.url()).toMatch(/#\/draft\/sample$/);
		await draft.waitFor(
			async () => (await draft.textOf("region", "Rendered")).includes("pigeons"),
			"the preview",
		);
		// The button is announced as disabled, but it can be pressed and then says why.
		await draft.evaluate(() => {
			for (const button of document.querySelectorAll<HTMLElement>("[aria-disabled=true]")) {
				if (button.textContent === "Publish") button.click();
			}
		});
		await draft.waitForText("The sample is not published");
		const file = await session.browser.nextDownload(() => draft.click("button", "Export markdown"));
		expect(file.bytes.toString()).toContain("Harbourlight");
		expect(await violations(draft)).toEqual([]);

		const page = await session.openPage("tool.html", "caliper.example");
		await session.clipByMenu(page, "Tools");
		await session.waitForBadge("1");
		await expectItems(await session.openDraft(), "Tools", ["caliper.example"]);
	});

	test("one click removes the sample completely, and Undo restores it", async () => {
		const draft = await session.browser.openOptions("/draft/sample");
		await draft.click("button", "Remove the sample");
		await draft.waitForText("Sample removed");
		await draft.waitFor(async () => !(await draft.has("region", "Sample")), "the draft");
		await draft.waitFor(
			() =>
				draft.evaluate(
					() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent === "Intro",
				),
			"the focus on the intro",
		);
		expect(await draft.url()).toMatch(/#\/$/);
		await expectItems(draft, "Tools", ["caliper.example"]);
		const shelf = await session.browser.openOptions("/shelf");
		await shelf.waitForText("Nothing has been deleted");
		expect(await shelf.text()).not.toContain("pigeon");
		await draft.activate();
		await draft.click("button", "Undo");
		await draft.waitForText("The sample is back.");
	});
});
