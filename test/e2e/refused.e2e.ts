import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

const FILE = new URL("./pages/tool.html", import.meta.url).href;
const DATA = "data:text/html,<title>Data</title><p>Some.";

const BROWSERS_OWN = "This is a page of the browser itself";
/** Chromium does not tell an extension the address of such a page, even when its button is clicked. */
const UNTOLD = "Galley can’t see this page’s address";
const SENTENCES = {
	chromium: { browsersOwn: UNTOLD, data: UNTOLD },
	firefox: { browsersOwn: BROWSERS_OWN, data: "This is made by a script" },
};

const OF_THE_BROWSER = { chromium: "chrome://version/", firefox: "about:support" };

/** The address of an extension store. It cannot be reached in the tests, but Galley sees the address. */
const STORE = {
	chromium: "https://chromewebstore.google.com/detail/x",
	firefox: "https://addons.mozilla.org/en-US/firefox/addon/x/",
};

describe.each(browsersToTest())("In %s, the popup says why it cannot clip", (name) => {
	const session = inBrowser(name);

	const expectRefusal = async (url: string, sentence: string) => {
		const { browser } = session;
		const tab = await browser.openTab("about:blank");
		// A page that cannot be reached is shown as an error, but at its address.
		if (url !== "about:blank") {
			await tab.goto(url).catch(() => {});
			// The address appears a little later than the report of the failure.
			const isThere = async () => (await tab.url()) !== "about:blank";
			await tab.waitFor(isThere, "the page, or the browser’s own in place of it");
		}
		const popup = await browser.openPopup(tab);
		await popup.waitForText(sentence);
		expect(await popup.has("button", "Clip")).toBe(false);
		expect(await popup.has("link", "Open the draft")).toBe(true);
		await popup.close();
		await tab.close();
	};

	const { browsersOwn, data } = SENTENCES[name];

	test("an empty page", () => expectRefusal("about:blank", browsersOwn));

	test("a page of the browser", () => expectRefusal(OF_THE_BROWSER[name], browsersOwn));

	test("a data: page", () => expectRefusal(DATA, data));

	test("a file", () => expectRefusal(FILE, "This file is on your own computer"));

	test("its own options page", () =>
		expectRefusal(`${session.browser.origin}/src/options/index.html`, BROWSERS_OWN));

	test("an extension store", () =>
		expectRefusal(STORE[name], "Browsers do not let extensions read this store"));

	test("and Ctrl+Enter and the section keys do nothing either", async () => {
		const { browser, openDraft } = session;
		const tab = await browser.openTab(OF_THE_BROWSER[name]);
		const popup = await browser.openPopup(tab);
		await popup.waitForText(browsersOwn);
		await popup.press("2", "Alt");
		await popup.press("Enter", "Control");
		expect(await popup.text()).toContain(browsersOwn);
		await popup.close();
		const options = await openDraft();
		await expectItems(options, "News", []);
		await expectItems(options, "Tools", []);
	});
});
