import { describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

const UNREADABLE = "Selected text cannot be read here";

/** Documents that browsers show in their own viewer, which no extension can read. */
describe.each(browsersToTest())("In %s, by popup, key and menu", (name) => {
	const session = inBrowser(name);

	async function expectClipped(tab: Tab, address: string, place: string): Promise<void> {
		const popup = await session.openPopup(tab);
		expect(await popup.value("Link")).toBe(address);
		await popup.waitForText(UNREADABLE);
		await popup.fill("Note", `Read in ${place}.`);
		await popup.click("button", "Clip");
		await popup.waitForText("Added to News");
		await session.browser.waitForPopupClosed();
		const options = await session.openDraft();
		await expectItems(options, "News", [`Read in ${place}.`]);
		await options.click("button", "Delete", { within: "News", item: 0 });
		await options.waitForText("Item deleted.");
		await options.close();
		await tab.activate();
		await session.browser.runCommand("clip-to-first");
		// In Firefox no page can show the message: the badge of the button shows it.
		if (name === "firefox") await session.waitForBadge("!");
		await expectOnlyItem(address);
		await tab.activate();
		await session.browser.contextMenu(tab, { on: "page" }, "Add to News");
		await expectOnlyItem(address);
	}

	/** Waits for an item without a note, and deletes it. */
	async function expectOnlyItem(address: string): Promise<void> {
		const again = await session.openDraft();
		await expectItems(again, "News", [""]);
		await again.click("button", "Edit", { within: "News", item: 0 });
		expect(await again.value("Links", { within: "News", item: 0 })).toBe(address);
		expect(await again.value("Note", { within: "News", item: 0 })).toBe("");
		await again.click("button", "Delete", { within: "News", item: 0 });
		await again.waitForText("Item deleted.");
		await again.close();
	}

	test("a PDF document is clipped, with a message that a selection in it cannot be read", async () => {
		const address = session.sites.page("paper.pdf", "papers.example");
		const tab = await session.browser.openTab("about:blank");
		// Its viewer does not report when it has loaded.
		await tab.goto(address).catch(() => {});
		await expectClipped(tab, address, "the viewer");
	});

	test.runIf(name === "firefox")(
		"an article in the reader view is clipped by its own address, and the same is said",
		async () => {
			const address = session.sites.page("outage.html", "reader.example");
			const tab = await session.browser.openTab(`about:reader?url=${encodeURIComponent(address)}`);
			await expectClipped(tab, address, "the reader view");
		},
	);
});
