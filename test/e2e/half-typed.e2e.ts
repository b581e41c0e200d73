import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

/**
 * Keeps the page so busy that it cannot report its selection, for this long. In Firefox
 * the popup is opened and used meanwhile; Chromium's driver itself waits for the page.
 */
const BUSY_MS = 1500;

/** Runs in a page. The page becomes busy after this function has returned. */
function beBusy(forMs: number): void {
	setTimeout(() => {
		const end = Date.now() + forMs;
		while (Date.now() < end);
	}, 0);
}

/** Waits for the stored text that was typed for the page, read without Galley's code. */
async function waitForKept(popup: View, note: string): Promise<void> {
	await popup.waitFor(
		() =>
			popup.evaluate(
				(wanted) =>
					new Promise<boolean>((resolve, reject) => {
						const opening = indexedDB.open("galley");
						opening.onerror = () => reject(opening.error);
						opening.onsuccess = () => {
							const all = opening.result.transaction("typed").objectStore("typed").getAll();
							all.onsuccess = () => {
								opening.result.close();
								resolve(all.result.some((typed) => typed.note === wanted));
							};
						};
					}),
				note,
			),
		`“${note}” to be stored`,
	);
}

describe.each(browsersToTest())("In %s, text typed into the popup and not clipped", (name) => {
	const session = inBrowser(name);

	test("is complete when the popup is opened again, including the section", async () => {
		const { openPage, openPopup } = session;
		const tab = await openPage("article.html", "night-shift.example");
		const popup = await openPopup(tab);
		await popup.fill("Title", "Daylight hours");
		await popup.choose("Tools");
		await popup.focus("Note");
		await popup.type("Half a th");
		await popup.close();

		const again = await openPopup(tab);
		await again.waitForText("Your unsaved note is restored.");
		expect(await again.value("Note")).toBe("Half a th");
		expect(await again.value("Title")).toBe("Daylight hours");
		expect(await again.isChecked("Tools")).toBe(true);
		await again.close();
	});

	test("is restored after the browser was killed, and only for its page", async () => {
		const { browser, openPage, openPopup } = session;
		const popup = await openPopup(await openPage("article.html", "night-shift.example"));
		await popup.fill("Note", "Half a thought");
		await waitForKept(popup, "Half a thought");
		await browser.kill();
		await browser.restart();

		const other = await openPopup(await openPage("outage.html", "night-shift.example"));
		expect(await other.value("Note")).toBe("");
		await other.close();
		// The same page with another spelling of its address.
		const again = await openPopup(
			await openPage("article.html?utm_source=x", "night-shift.example"),
		);
		await again.waitForText("Your unsaved note is restored.");
		expect(await again.value("Note")).toBe("Half a thought");
		await again.close();
	});

	test("is neither doubled nor lost when typing continues before the page has answered", async () => {
		const { openPage, openPopup } = session;
		const tab = await openPage("tool.html", "caliper.example");
		const quiet = await openPopup(tab);
		await quiet.fill("Note", "Old words.");
		await quiet.close();

		// Selected text would become a quote, but here it arrives after text was typed.
		await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
		await tab.evaluate(beBusy, BUSY_MS);
		const popup = await openPopup(tab);
		expect(await popup.value("Note")).toBe("Old words.");
		await popup.press("End", "Control");
		await popup.type(" New words.");
		await popup.waitFor(() => popup.has("button", "Add the selection as a quote"), "the quote");
		expect(await popup.value("Note")).toBe("Old words. New words.");
		await waitForKept(popup, "Old words. New words.");
		await popup.close();
	});

	test("is exact even if it was typed right after the popup opened, on a page with a selection", async () => {
		const { browser, openPage, openDraft } = session;
		const tab = await openPage("announcement.html", "caliper.example");
		await tab.evaluate(() => getSelection()?.selectAllChildren(document.body));
		await tab.evaluate(beBusy, BUSY_MS);
		const popup = await browser.openPopup(tab);
		await popup.fill("Note", "At once.");
		await popup.waitFor(() => popup.has("button", "Add the selection as a quote"), "the quote");
		await popup.click("button", "Clip");
		await browser.waitForPopupClosed();
		const options = await openDraft();
		await expectItems(options, "News", ["At once."]);
		await options.click("button", "Edit", { within: "News", item: 0 });
		expect(await options.value("Note", { within: "News", item: 0 })).toBe("At once.");
	});

	test("is replaced by the present selection when it is discarded", async () => {
		const { openPage, openPopup } = session;
		const tab = await openPage("tool.html", "caliper.example");
		await tab.evaluate(() =>
			getSelection()?.selectAllChildren(document.querySelector("#what") ?? document.body),
		);
		const popup = await openPopup(tab);
		await popup.waitFor(() => popup.has("button", "Add the selection as a quote"), "the quote");
		await popup.click("button", "Discard");
		await popup.waitFor(
			async () => (await popup.value("Note")).startsWith("> Caliper shows where a build"),
			"the selection as a quote",
		);
		await popup.close();
	});

	test("is added below a note that was changed on the draft since, and both are saved", async () => {
		const { browser, openPage, openPopup, openDraft, clipByMenu } = session;
		const tab = await openPage("outage.html", "below.example");
		await clipByMenu(tab, "Tools");
		const popup = await openPopup(tab);
		await popup.fill("Note", "Half a th");
		await waitForKept(popup, "Half a th");
		await popup.close();

		const draft = await openDraft();
		await draft.click("button", "Edit", { within: "Tools", item: 0 });
		await draft.fill("Note", "Written at the desk.", { within: "Tools", item: 0 });
		await draft.waitForText("Saved");
		await draft.close();

		await tab.activate();
		const again = await openPopup(tab);
		await again.waitForText("The note was changed since. Your words are below.");
		expect(await again.value("Note")).toBe("Written at the desk.\n\nHalf a th");
		await again.choose("News");
		await again.click("button", "Clip");
		await again.waitForText("Saved in News");
		await browser.waitForPopupClosed();
		const after = await openPopup(tab);
		await after.waitForText("Already in News");
		expect(await after.value("Note")).toBe("Written at the desk.\n\nHalf a th");
		await after.close();
	});
});
