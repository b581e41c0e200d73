import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	/** Opens the options page again, so that it shows what was stored. */
	const openDraft = async () => {
		const options = await session.browser.openOptions();
		await options.waitFor(async () => (await options.names("listitem")).length === 3, "3 items");
		const pagesIn = async (within: string) =>
			(await options.names("listitem", { within })).map((text) => /\w+(?=\.html)/.exec(text)?.[0]);
		return { options, pages: { News: await pagesIn("News"), Tools: await pagesIn("Tools") } };
	};

	test("an item is dragged with the mouse within its section, and to another", async () => {
		for (const [page, section] of [
			["outage", "News"],
			["announcement", "News"],
			["tool", "Tools"],
		] as const) {
			const tab = await session.browser.openTab(session.sites.page(`${page}.html`));
			await session.browser.contextMenu(tab, { on: "page" }, `Add to ${section}`);
			await tab.waitForText(`Added to ${section}`);
		}
		const item = (section: string, nth: number) => ({ role: "listitem", within: [section], nth });

		const before = await openDraft();
		expect(before.pages).toEqual({ News: ["outage", "announcement"], Tools: ["tool"] });
		await before.options.drag(item("News", 1), item("News", 0), "upper");
		await before.options.waitForText("Saved");

		const within = await openDraft();
		expect(within.pages).toEqual({ News: ["announcement", "outage"], Tools: ["tool"] });
		await within.options.drag(item("News", 0), item("Tools", 0), "lower");
		await within.options.waitForText("Saved");

		const between = await openDraft();
		expect(between.pages).toEqual({ News: ["outage"], Tools: ["tool", "announcement"] });
	});
});
