import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Driven, launch } from "./browsers/browser.ts";
import { addItem, expectItems } from "./session.ts";
import { type Sites, serveSites } from "./sites.ts";

/**
 * What browsers ask for of their own accord, however much is switched off: Chromium's updates, and
 * the icon of a page that is visited.
 */
const OF_THE_BROWSER =
	/^(https?:\/\/)?([\w-]+\.)*(google|googleapis|gvt1|gstatic)\.com[:/]|\/favicon\.ico$/;

/** Every address that was asked for, since the last time, that is not the browser's own affair. */
function asked(sites: Sites): string[] {
	const all = sites.asked.filter((address) => !OF_THE_BROWSER.test(address));
	sites.asked.splice(0);
	return all;
}

/**
 * Everything that is not on this machine goes through our proxy, which keeps a list; what it can
 * not answer has no address at all. So a request of Galley's would be on the list, or fail.
 */
describe.each(browsersToTest())("In %s, through a week of work", (name) => {
	let sites: Sites;
	let browser: Driven;
	beforeAll(async () => {
		sites = await serveSites();
		browser = await launch(name, { proxy: sites.proxy });
	});
	afterAll(async () => {
		await browser?.close();
		await sites?.close();
	});

	test("nothing is asked of the network but the pages that were visited", async () => {
		const article = sites.page("article.html", "night-shift.example");
		const tool = sites.page("tool.html", "caliper.example");
		const tab = await browser.openTab(article);
		const popup = await browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Link")) === article, "the page");
		await popup.fill("Note", "![p](http://tracker.example/1.png) http://tracker.example/2");
		await popup.click("button", "Clip");
		await browser.waitForPopupClosed();
		const other = await browser.openTab(tool);
		await browser.contextMenu(other, { on: "page" }, "Add to Tools");
		await other.waitForText("Added to Tools");
		await other.click("button", "Undo");
		await other.waitForText("Taken back");
		await browser.runCommand("clip-to-first");
		await other.waitForText("Added to News");

		const options = await browser.openOptions();
		await expectItems(options, "News", ["tracker", "caliper.example"]);
		await addItem(options, "Tools", {
			note: '<img src="http://tracker.example/3.png"> [l](http://tracker.example/4)',
			links: ["http://tracker.example/5"],
		});
		await options.waitFor(
			async () => (await options.textOf("region", "Reads")).includes("tracker.example/5"),
			"the preview",
		);
		await browser.nextDownload(() => options.click("button", "Export markdown"));
		await browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitForText("is published and in the archive");
		const archive = await browser.openOptions("/archive");
		await archive.waitForText("Issue 1");
		const style = await browser.openOptions("/style");
		await style.fill("New section", "Jobs");
		await style.click("button", "Add section");
		await style.waitForText("Added the section Jobs.");
		await browser.stopWorker();
		await browser.restart();
		const again = await browser.openOptions();
		await again.waitFor(() => again.has("region", "Jobs"), "the new section");

		const stylesheets = [article, tool].map((page) => new URL("pages.css", page).href);
		expect(new Set(asked(sites))).toEqual(new Set([article, tool, ...stylesheets]));
	});

	test("a page that does ask would be seen here", async () => {
		const tab = await browser.openTab(sites.page("outage.html", "noisy.example"));
		await tab.evaluate(() => {
			new Image().src = "http://tracker.example/seen.png";
		});
		await tab.waitFor(
			() => sites.asked.includes("http://tracker.example/seen.png"),
			"the request to be on the list",
		);
	});
});
