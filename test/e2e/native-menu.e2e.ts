import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Driven, launch } from "./browsers/browser.ts";
import { hasDisplayInput } from "./browsers/display-input.ts";
import { nativeContextMenu } from "./browsers/native-menu.ts";
import { startDisplay } from "./browsers/virtual-display.ts";
import { type Sites, serveSites } from "./sites.ts";

const display = browsersToTest().includes("chromium") ? await startDisplay() : undefined;

describe.skipIf(!display || !hasDisplayInput())("With a mouse on a display, in Chromium", () => {
	let sites: Sites;
	let browser: Driven;
	beforeAll(async () => {
		sites = await serveSites();
		browser = await launch("chromium", { proxy: sites.proxy, display: true });
	});
	afterAll(async () => {
		await browser?.close();
		await sites?.close();
		display?.close();
	});

	const expectItem = async (section: string, words: string) => {
		const options = await browser.openOptions();
		await options.waitFor(
			async () => (await options.names("listitem", { within: section })).join().includes(words),
			`“${words}” in ${section}`,
		);
		await options.close();
	};

	test("a right click on a page clips it, and its toast says so", async () => {
		const tab = await browser.openTab(sites.page("tool.html"));
		await nativeContextMenu(tab, { on: "page" }, 0);
		await tab.waitForText("Added to News");
		await expectItem("News", "/tool.html");
	});

	test("a right click on a link starts a stopped worker, which clips the link", async () => {
		const tab = await browser.openTab(sites.page("index.html"));
		await browser.stopWorker();
		expect(await browser.isWorkerRunning()).toBe(false);
		await nativeContextMenu(tab, { on: "link", selector: "#outage" }, 1);
		await tab.waitForText("Added to Tools");
		await expectItem("Tools", "/outage.html");
	});

	test("a right click on a selection clips the page with it as a quote", async () => {
		const tab = await browser.openTab(sites.page("article.html"));
		await nativeContextMenu(tab, { on: "selection", selector: "#selected" }, 1);
		await tab.waitForText("Added to Tools");
		await expectItem("Tools", "An alert that nobody acts on");
	});
});
