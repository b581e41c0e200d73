import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";
import { OF_THE_BROWSER, type Sites } from "./sites.ts";

/** Every address requested since the last call, without the browser's own requests. */
function asked(sites: Sites): string[] {
	const all = sites.asked.filter((address) => !OF_THE_BROWSER.test(address));
	sites.asked.splice(0);
	return all;
}

/**
 * Every request to another machine goes through the test's proxy, which keeps a list. A host that it does
 * not know has no address. So a request by Galley would be on the list, or fail.
 */
describe.each(browsersToTest())("In %s, during a week of work", (name) => {
	const session = inBrowser(name);

	test("the only network requests are for the visited pages", async () => {
		const article = session.sites.page("article.html", "night-shift.example");
		const tool = session.sites.page("tool.html", "caliper.example");
		const tab = await session.browser.openTab(article);
		const popup = await session.browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Link")) === article, "the page");
		await popup.fill("Note", "![p](http://tracker.example/1.png) http://tracker.example/2");
		await popup.click("button", "Clip");
		await session.browser.waitForPopupClosed();
		const other = await session.browser.openTab(tool);
		await session.browser.contextMenu(other, { on: "page" }, "Add to Tools");
		await other.waitForText("Added to Tools");
		await other.click("button", "Undo");
		await other.waitForText("The clip is undone");
		await session.browser.runCommand("clip-to-first");
		await other.waitForText("Added to News");

		const options = await session.browser.openOptions();
		await expectItems(options, "News", ["tracker", "caliper.example"]);
		await addItem(options, "Tools", {
			note: '<img src="http://tracker.example/3.png"> [l](http://tracker.example/4)',
			links: ["http://tracker.example/5"],
		});
		await options.waitFor(
			async () => (await options.textOf("region", "Rendered")).includes("tracker.example/5"),
			"the preview",
		);
		await session.browser.nextDownload(() => options.click("button", "Export markdown"));
		await session.browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitForText("is published and in the archive");
		const archive = await session.browser.openOptions("/archive");
		await archive.waitForText("Issue 1");
		const style = await session.browser.openOptions("/style");
		await style.fill("New section", "Jobs");
		await style.click("button", "Add section");
		await style.waitForText("Added the section Jobs.");
		await session.browser.stopWorker();
		await session.browser.restart();
		const again = await session.browser.openOptions();
		await again.waitFor(() => again.has("region", "Jobs"), "the new section");

		const stylesheets = [article, tool].map((page) => new URL("pages.css", page).href);
		expect(new Set(asked(session.sites))).toEqual(new Set([article, tool, ...stylesheets]));
	});

	test("a request of a page would be detected", async () => {
		const tab = await session.browser.openTab(session.sites.page("outage.html", "noisy.example"));
		await tab.evaluate(() => {
			new Image().src = "http://tracker.example/seen.png";
		});
		await tab.waitFor(
			() => session.sites.asked.includes("http://tracker.example/seen.png"),
			"the request to be on the list",
		);
	});
});
