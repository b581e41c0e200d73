import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

const MENU = ["Add to News", "Add to Tools"];

/**
 * A stopped worker. In Firefox the click itself starts the event page. In Chromium the driver starts the
 * worker, whose real listener must be registered at once; see `Driven.contextMenu`.
 */
describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	test("a menu click starts the stopped worker and is not lost, and the menu is not doubled", async () => {
		const { browser, clipByMenu, openPage, openDraft, waitForBadge } = session;
		const tab = await openPage("tool.html", "woken.example");
		await browser.stopWorker();
		expect(await browser.isWorkerRunning()).toBe(false);
		await clipByMenu(tab, "Tools");
		await session.waitForMenu(tab, MENU);
		await waitForBadge("1");
		await expectItems(await openDraft(), "Tools", ["woken.example"]);
	});

	test("Undo in a toast starts the stopped worker", async () => {
		const { browser, clipByMenu, openPage, waitForBadge } = session;
		const tab = await openPage("outage.html", "woken.example");
		await clipByMenu(tab, "News");
		await browser.stopWorker();
		await tab.click("button", "Undo");
		await tab.waitForText("The clip is undone");
		await waitForBadge("1");
	});

	test("a clip by the popup is counted while the worker is stopped", async () => {
		const { browser, openPage, openPopup, waitForBadge } = session;
		const popup = await openPopup(await openPage("article.html", "stopped.example"));
		await popup.fill("Note", "Clipped beside a stopped worker.");
		await browser.stopWorker();
		await popup.choose("News");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to News");
		await browser.waitForPopupClosed();
		await waitForBadge("2");
	});

	test("everything is there after a restart, and the badge and the menu once", async () => {
		const { browser, openPage, openDraft, waitForBadge } = session;
		const before = await openDraft();
		await before.fill("Intro", "Written before the restart.");
		await before.fill("Issue number", "468");
		await before.waitForText("Saved");
		await browser.restart();

		const tab = await openPage("tool.html");
		await waitForBadge("2");
		await session.waitForMenu(tab, MENU);
		const after = await openDraft();
		expect(await after.value("Intro")).toBe("Written before the restart.");
		expect(await after.value("Issue number")).toBe("468");
		await expectItems(after, "News", ["Clipped beside a stopped worker."]);
		await expectItems(after, "Tools", ["woken.example"]);
		await after.click("button", "Undo");
		await after.waitForText("The draft reads as it did before.");
	});

	test("a clip that was reported is stored although the browser was killed right after it", async () => {
		const { browser, openPage, openPopup, openDraft } = session;
		const popup = await openPopup(await openPage("announcement.html", "killed.example"));
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.kill();
		await browser.restart();
		await expectItems(await openDraft(), "Tools", ["woken.example", "killed.example"]);
		const tab = await openPage("tool.html");
		await session.waitForMenu(tab, MENU);
	});
});
