import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";
import { holdChanges, letChangesGo, type SlowWindow } from "./slow-disk.ts";

declare const window: SlowWindow;

describe.each(browsersToTest())("In %s, the popup", (name) => {
	const session = inBrowser(name);

	test("removes tracking parameters from the address, and one click restores the original", async () => {
		const { browser, openPage, openPopup } = session;
		const tab = await openPage(
			"article.html?id=7&utm_source=x&utm_medium=y",
			"night-shift.example",
		);
		const popup = await openPopup(tab);
		const cleaned = "http://night-shift.example/article.html?id=7";
		const waitForLink = (address: string) =>
			popup.waitFor(async () => (await popup.value("Link")) === address, address);
		await waitForLink(cleaned);
		await popup.click("button", "Use the original");
		await waitForLink(await tab.url());
		await popup.click("button", "Remove it");
		await waitForLink(cleaned);
		await popup.close();
		expect(await browser.isPopupOpen()).toBe(false);
	});

	test("clips by Ctrl+Enter, says so, closes, and the badge counts one", async () => {
		const { browser, openPage, openPopup, openDraft, waitForBadge } = session;
		const tab = await openPage("article.html?id=7&utm_source=x", "night-shift.example");
		const popup = await openPopup(tab);
		expect(await popup.text()).toContain("Nothing clipped yet");
		await popup.fill("Note", "Nobody is woken any more.");
		await popup.press("Enter", "Control");
		await popup.waitForText("Added to News");
		await browser.waitForPopupClosed();
		await waitForBadge("1");
		await expectItems(await openDraft(), "News", ["Nobody is woken any more."]);
	});

	test("chooses the section by a key, and begins with the section used last", async () => {
		const { browser, openPage, openPopup, openDraft, waitForBadge } = session;
		const tab = await openPage("tool.html", "caliper.example");
		const popup = await openPopup(tab);
		expect(await popup.isChecked("News")).toBe(true);
		await popup.press("2", "Alt");
		await popup.waitFor(() => popup.isChecked("Tools"), "Tools to be chosen");
		await popup.press("1", "Alt");
		await popup.waitFor(() => popup.isChecked("News"), "News to be chosen");
		await popup.click("radio", "News");
		await popup.press("t");
		await popup.waitFor(() => popup.isChecked("Tools"), "Tools to be chosen by its letter");
		await popup.click("button", "Clip");
		await popup.waitForText("Added to Tools");
		await browser.waitForPopupClosed();
		await waitForBadge("2");

		const next = await openPopup(await openPage("outage.html"));
		expect(await next.isChecked("Tools")).toBe(true);
		expect(await next.text()).toContain("2 items");
		await next.close();
		await expectItems(await openDraft(), "Tools", ["caliper.example"]);
	});

	test("shows success only when the clip is on disk, written with strict durability", async () => {
		const { browser, openPage, openPopup, waitForBadge } = session;
		const tab = await openPage("outage.html");
		const before = await browser.badge();
		const popup = await openPopup(tab);
		await popup.evaluate(holdChanges);
		await popup.click("button", "Clip");
		await popup.waitFor(
			() => popup.evaluate(() => (window.rounds ?? 0) > 200),
			"the change to be long under way",
		);
		expect(await popup.evaluate(() => window.durability)).toBe("strict");
		expect(await popup.text()).not.toContain("Added");
		expect(await browser.badge()).toBe(before);
		await popup.evaluate(letChangesGo);
		await popup.waitForText("Added to");
		await browser.waitForPopupClosed();
		await waitForBadge(String(Number(before) + 1));
	});

	test("opens the existing item of a page that was clipped before, and changes it", async () => {
		const { browser, openPage, openPopup, openDraft, waitForBadge } = session;
		const tab = await openPage("article.html?utm_campaign=again&id=7", "www.night-shift.example");
		const popup = await openPopup(tab);
		await popup.waitForText("Already in News");
		expect(await popup.value("Note")).toBe("Nobody is woken any more.");
		expect(await popup.isChecked("News")).toBe(true);
		await popup.fill("Note", "Worth a second look.");
		await popup.choose("Tools");
		await popup.click("button", "Clip");
		await popup.waitForText("Saved in Tools");
		await browser.waitForPopupClosed();
		await waitForBadge("3");
		const options = await openDraft();
		await expectItems(options, "News", []);
		await expectItems(options, "Tools", ["caliper.example", "outage.html", "Worth a second look."]);
	});

	test("adds a page to the last item, as its second link", async () => {
		const { browser, openPage, openPopup, clipByMenu, openDraft, waitForBadge } = session;
		await clipByMenu(await openPage("tool.html", "last.example"), "News");
		const popup = await openPopup(await openPage("announcement.html", "last.example"));
		expect(await popup.text()).toContain("The last item: Caliper, a measuring tool");
		await popup.click("button", "Add to the last item");
		await popup.waitForText("Added to the last item, in News");
		await browser.waitForPopupClosed();
		await waitForBadge("4");
		const options = await openDraft();
		await expectItems(options, "News", ["last.example"]);
		await options.click("button", "Edit", { within: "News", item: 0 });
		expect(await options.value("Links", { within: "News", item: 0 })).toBe(
			"http://last.example/tool.html\nhttp://last.example/announcement.html",
		);
	});
});
