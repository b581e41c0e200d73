import { beforeAll, describe, expect, test } from "vitest";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import { browsersToTest } from "./browsers/browser.ts";
import { movesIn, shiftsOf } from "./layout-shift.ts";
import { addItem, inBrowser } from "./session.ts";

declare const chrome: ExtensionApi;

const PANELS = ["", "/archive", "/sponsors", "/shelf", "/style", "/settings"];

/** A page counts as loaded when nothing has changed for this long. */
const QUIET_MS = 1_500;

describe.each(browsersToTest())("In %s, with much stored data, nothing moves while", (name) => {
	const session = inBrowser(name);

	beforeAll(async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "One.", links: ["https://a.example/"] });
		await addItem(options, "Tools", { note: "Two.", links: ["https://b.example/"] });
		await options.fill("Intro", "Good morning.");
		await options.fill("Sponsor name", "Acme");
		await options.fill("Sponsor note", "Buy one.");
		await options.waitForText("Saved");
		await session.browser.nextDownload(() => options.click("button", "Publish"));
		await options.waitForText("Issue 1 is published");
		for (const note of ["Three.", "Four.", "Five."]) {
			await addItem(options, "News", {
				note,
				links: [`https://c.example/${note.length}`, "https://a.example/"],
			});
			// The repeat is shown a moment later, and moves what is below the open item.
			await options.waitFor(
				async () =>
					(await options.names("listitem", { within: "News" })).at(-1)?.includes("Ran in") ?? false,
				"the repeat",
			);
		}
		await addItem(options, "Tools", {
			note: "Six TODO",
			links: ["http://d.example/?utm_source=x"],
		});
		await options.click("button", "Put on the shelf", { within: "News", item: 0 });
		await options.waitForText("shelf");
		await options.click("button", "Delete", { within: "News", item: 0 });
		await options.waitForText("Item deleted.");
		// The last backup is too old, so there is a reminder.
		await options.evaluate(() => chrome.storage.local.set({ backups: { since: 1 } }));
	});

	describe.runIf(name === "chromium").each([1, 6])(
		"a processor is %i times slower and",
		(times) => {
			test.each(PANELS)("the panel at #%s loads", async (panel) => {
				const { browser } = session;
				const tab = await browser.openTab("about:blank");
				await browser.slowDown(tab, times);
				await tab.goto(`${browser.origin}/src/options/index.html#${panel}`);
				expect(await tab.evaluate(shiftsOf, QUIET_MS * times)).toEqual([]);
				await tab.close();
			});

			test("the popup loads", async () => {
				const { browser } = session;
				const options = await browser.openOptions();
				await browser.slowDown(options, times);
				const popup = await browser.openPopup(await session.openPage("article.html"));
				expect(await popup.evaluate(shiftsOf, QUIET_MS * times)).toEqual([]);
				await popup.close();
				await options.close();
			});
		},
	);

	describe.runIf(name === "firefox")("frames are compared and", () => {
		test.each(PANELS)("the panel at #%s loads", async (panel) => {
			const { browser } = session;
			const opener = await browser.openOptions("/settings");
			const address = `${browser.origin}/src/options/index.html#${panel}`;
			expect(await opener.evaluate(movesIn, address, QUIET_MS)).toEqual([]);
			await opener.close();
		});
	});
});
