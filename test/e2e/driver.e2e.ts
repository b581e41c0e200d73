import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

/** A browser that has just started is slow on a busy machine. */
const START_MS = 30_000;

describe.each(browsersToTest())("In %s", (name) => {
	const session = inBrowser(name);

	test("the popup opens from the toolbar and shows the page's address and title", async () => {
		const tab = await session.browser.openTab(
			session.sites.page("announcement.html", "caliper.example"),
		);
		const popup = await session.browser.openPopup(tab);
		await popup.waitFor(
			async () => (await popup.value("Link")) === "http://caliper.example/announcement.html",
			"the address",
		);
		expect(await popup.value("Title")).toBe("Caliper 2.0 is out");
		await popup.close();
		expect(await session.browser.isPopupOpen()).toBe(false);
	});

	test("a field contains exactly what is typed into it, including line breaks", async () => {
		const tab = await session.browser.openTab(session.sites.page("outage.html"));
		const popup = await session.browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Title")) !== "", "the popup to be ready");
		await popup.fill("Note", "first\n\nthird — ünï 🙂");
		expect(await popup.value("Note")).toBe("first\n\nthird — ünï 🙂");
		await popup.fill("Note", "");
		await popup.type("Typed\nby key");
		expect(await popup.value("Note")).toBe("Typed\nby key");
		await popup.close();
	});

	test("the menu of a page has an entry for each section", async () => {
		const tab = await session.browser.openTab(session.sites.page("tool.html"));
		const labels = await session.browser.menuItems(tab, { on: "page" });
		expect(labels).toEqual(["Add to News", "Add to Tools"]);
	});

	test("every command has a shortcut that the browser accepts", async () => {
		const shortcuts = await session.browser.shortcuts();
		expect(Object.keys(shortcuts)).toHaveLength(3);
		expect(Object.values(shortcuts)).not.toContain("");
	});

	test("a browser that is killed rejects all calls, and can be started again", async () => {
		const options = await session.browser.openOptions();
		await session.browser.kill();
		await expect(options.text()).rejects.toThrow("ended (signal SIGKILL)");
		await session.browser.restart();
		const again = await session.browser.openOptions();
		await again.waitFor(() => again.has("button", "Export markdown"), "the options page", START_MS);
	});
});
