import { describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

const FILE = new URL("./pages/outage.html", import.meta.url).href;

/** Runs in a page: puts the pointer on the toast, which then stays. */
function restOnToast(): void {
	document.documentElement.lastElementChild?.dispatchEvent(new PointerEvent("pointerenter"));
}

/** Clicks Undo in the toast and waits until it shows the result. */
async function undoInToast(tab: Tab): Promise<void> {
	await tab.click("button", "Undo");
	await tab.waitForText("The clip is undone");
}

/**
 * Menus: in Firefox a right click on the real menu; in Chromium the worker's listener is called, see
 * `Driven.contextMenu`, and native-menu.e2e.ts uses the real menu on a display. Commands: real keys in
 * Chromium; in Firefox the command that the key is bound to.
 */
describe.each(browsersToTest())("In %s, without the popup", (name) => {
	const session = inBrowser(name);

	test("a right click on a page clips the page, cleaned, and a toast says so", async () => {
		const { clipByMenu, openPage, openDraft, waitForBadge } = session;
		const tab = await openPage("article.html?utm_source=x&id=7", "night-shift.example");
		await clipByMenu(tab, "Tools");
		await waitForBadge("1");
		const options = await openDraft();
		await expectItems(options, "Tools", ["night-shift.example/article.html?id=7"]);
		await options.click("button", "Edit", { within: "Tools", item: 0 });
		expect(await options.value("Note", { within: "Tools" })).toBe("");
	});

	test("a right click on a link clips the link and not its page", async () => {
		const { clipByMenu, openPage, openDraft } = session;
		const tab = await openPage("index.html", "list.example");
		await clipByMenu(tab, "News", "#article");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example/article.html"]);
		expect((await options.names("listitem", { within: "News" })).join()).not.toContain("utm_");
	});

	test("a right click on a selection clips the page with it as a quote", async () => {
		const { browser, openPage, openDraft } = session;
		const tab = await openPage("outage.html", "post-mortems.example");
		await browser.contextMenu(tab, { on: "selection", selector: "#cause" }, "Add to News");
		await tab.waitForText("Added to News");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example", "A certificate expired;"]);
		await options.waitFor(
			async () =>
				(await options.textOf("region", "Markdown")).includes("\n> A certificate expired;"),
			"the quote in the issue",
		);
		await options.click("button", "Edit", { within: "News", item: 1 });
		expect(await options.value("Links", { within: "News" })).toBe(await tab.url());
	});

	test("a page that is clipped a second time is reported, and not added again", async () => {
		const { browser, openPage, openDraft, waitForBadge } = session;
		const tab = await openPage("outage.html?utm_source=again", "post-mortems.example");
		await browser.contextMenu(tab, { on: "page" }, "Add to Tools");
		await tab.waitForText("Already in News");
		expect(await tab.has("button", "Undo")).toBe(false);
		await waitForBadge("3");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example", "A certificate expired;"]);
	});

	test("Undo in a toast reverses its own clip, and not a later one", async () => {
		const { clipByMenu, openPage, openDraft, waitForBadge } = session;
		const first = await openPage("tool.html", "first.example");
		const second = await openPage("tool.html", "second.example");
		await clipByMenu(first, "Tools");
		await first.evaluate(restOnToast);
		await clipByMenu(second, "Tools");
		await first.activate();
		await undoInToast(first);
		await waitForBadge("4");
		const options = await openDraft();
		await expectItems(options, "Tools", ["night-shift.example", "second.example"]);
	});

	test("a page with a strict security policy still shows the toast", async () => {
		const { clipByMenu, openPage, openDraft, waitForBadge } = session;
		const tab = await openPage("strict.html", "strict.example");
		await clipByMenu(tab, "News");
		await waitForBadge("5");
		await undoInToast(tab);
		await waitForBadge("4");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example", "A certificate expired;"]);
	});

	test("a file on this computer is refused, with a mark on the badge if no toast is possible", async () => {
		const { browser, openDraft, waitForBadge } = session;
		const tab = await browser.openTab(FILE);
		await browser.contextMenu(tab, { on: "page" }, "Add to News");
		await waitForBadge("!");
		expect(await tab.text()).not.toContain("Galley");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example", "A certificate expired;"]);
	});

	test("commands clip to the first and to the second section, with the selection", async () => {
		const { browser, openPage, openDraft, waitForBadge } = session;
		const news = await openPage("announcement.html", "first-command.example");
		await browser.runCommand("clip-to-first");
		await news.waitForText("Added to News");
		await waitForBadge("5");
		const tools = await openPage("tool.html", "second-command.example");
		await tools.evaluate(() =>
			getSelection()?.selectAllChildren(document.querySelector("#what") ?? document.body),
		);
		await browser.runCommand("clip-to-second");
		await tools.waitForText("Added to Tools");
		await waitForBadge("6");
		const options = await openDraft();
		await expectItems(options, "News", ["list.example", "A cert", "first-command.example"]);
		await expectItems(options, "Tools", ["night-shift", "second.example", "Caliper shows"]);
	});

	test("the command of the toolbar button opens the popup on the page", async () => {
		const { browser, openPage } = session;
		await openPage("tool.html", "third-command.example");
		await browser.runCommand("_execute_action");
		const popup = await browser.waitForPopup();
		await popup.waitFor(
			async () => (await popup.value("Link")) === "http://third-command.example/tool.html",
			"the address",
		);
		await popup.close();
	});
});
