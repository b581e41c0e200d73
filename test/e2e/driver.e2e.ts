import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type Driven, launch } from "./browsers/browser.ts";
import { type Sites, serveSites } from "./sites.ts";

describe.each(browsersToTest())("In %s", (name) => {
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

	test("the popup opens from the toolbar and says the page's address and title", async () => {
		const tab = await browser.openTab(sites.page("announcement.html", "caliper.example"));
		const popup = await browser.openPopup(tab);
		await popup.waitFor(
			async () => (await popup.value("Link")) === "http://caliper.example/announcement.html",
			"the address",
		);
		expect(await popup.value("Title")).toBe("Caliper 2.0 is out");
		await popup.close();
		expect(await browser.isPopupOpen()).toBe(false);
	});

	test("what is typed into a field is what is in it, lines and all", async () => {
		const tab = await browser.openTab(sites.page("outage.html"));
		const popup = await browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.value("Title")) !== "", "the popup to be ready");
		await popup.fill("Note", "first\n\nthird — ünï 🙂");
		expect(await popup.value("Note")).toBe("first\n\nthird — ünï 🙂");
		await popup.fill("Note", "");
		await popup.type("Typed\nby key");
		expect(await popup.value("Note")).toBe("Typed\nby key");
		await popup.close();
	});

	test("the menu of a page has an entry for each section", async () => {
		const tab = await browser.openTab(sites.page("tool.html"));
		const labels = await browser.menuItems(tab, { on: "page" });
		expect(labels).toEqual(["Add to News", "Add to Tools"]);
	});

	test("every command has a shortcut that the browser accepts", async () => {
		const shortcuts = await browser.shortcuts();
		expect(Object.keys(shortcuts)).toHaveLength(3);
		expect(Object.values(shortcuts)).not.toContain("");
	});

	test("a browser that is killed fails what is asked of it, and starts again", async () => {
		const options = await browser.openOptions();
		await browser.kill();
		await expect(options.text()).rejects.toThrow("ended (signal SIGKILL)");
		await browser.restart();
		const again = await browser.openOptions();
		await again.waitFor(() => again.has("button", "Export markdown"), "the options page");
	});
});
