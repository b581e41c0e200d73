import { describe, expect, test } from "vitest";
import { browsersToTest, type Tab } from "./browsers/browser.ts";
import { addItem, inBrowser } from "./session.ts";

/** The row of a section in the house style, by its position. */
const EVENTS = 2;

describe.each(browsersToTest())("In %s, the house style", (name) => {
	const session = inBrowser(name);

	async function openStyle(): Promise<Tab> {
		const style = await session.browser.openOptions("/style");
		await style.waitFor(() => style.has("button", "Add section"), "the house style");
		return style;
	}

	async function sectionsInPopup(): Promise<string[]> {
		const tab = await session.openPage("article.html", "night-shift.example");
		const popup = await session.openPopup(tab);
		const sections = await popup.names("radio");
		await popup.close();
		return sections;
	}

	async function expectMenu(sections: readonly string[]): Promise<void> {
		const tab = await session.openPage("article.html", "night-shift.example");
		await session.waitForMenu(
			tab,
			sections.map((section) => `Add to ${section}`),
		);
	}

	test("gets a new section, which popup and menu have immediately", async () => {
		const style = await openStyle();
		await style.fill("New section", "Events");
		await style.click("button", "Add section");
		await style.waitForText("Added the section Events.");
		expect(await sectionsInPopup()).toEqual(["News", "Tools", "Events"]);
		await expectMenu(["News", "Tools", "Events"]);
	});

	test("hides a section from popup, menu, keys and draft, until it is shown again", async () => {
		const style = await openStyle();
		await style.click("button", "Hide", { nth: 0 });
		await style.waitForText("Hidden: not in menus, popup and keys.");
		expect(await sectionsInPopup()).toEqual(["Tools", "Events"]);
		await expectMenu(["Tools", "Events"]);
		const tab = await session.openPage("tool.html", "caliper.example");
		await session.browser.runCommand("clip-to-first");
		await tab.waitForText("Added to Tools");
		const draft = await session.openDraft();
		await draft.waitFor(async () => !(await draft.has("region", "News")), "no News");
		await style.activate();
		await style.click("button", "Show");
		await style.waitForText("News is shown again.");
		await draft.waitFor(() => draft.has("region", "News"), "News in the draft");
		expect(await sectionsInPopup()).toEqual(["News", "Tools", "Events"]);
	});

	test("keeps the items of a hidden section, and says so", async () => {
		const draft = await session.openDraft();
		await addItem(draft, "Events", { note: "A meeting.", links: ["https://meeting.example/"] });
		const style = await openStyle();
		await style.click("button", "Hide", { nth: EVENTS });
		await style.waitForText("Its 1 item stays in the draft until you move it.");
		expect(await draft.names("listitem", { within: "Events" })).toHaveLength(1);
		await style.click("button", "Remove", { nth: EVENTS });
		await style.waitForText("This section has items");
	});

	test("moves a section, and popup and menu follow the order", async () => {
		const style = await openStyle();
		await style.click("button", "Move down", { nth: 0 });
		await style.waitFor(async () => (await style.value("Heading")) === "Tools", "the new order");
		expect(await sectionsInPopup()).toEqual(["Tools", "News"]);
		await expectMenu(["Tools", "News"]);
	});

	test("highlights in the preview the part of the focused field, on the sample if necessary", async () => {
		const style = await openStyle();
		await style.focus("Heading of the sponsor");
		const marked = () =>
			style.evaluate(() => document.querySelector(".bytes mark")?.textContent ?? "");
		await style.waitFor(
			async () => (await marked()).includes("From our sponsor, Harbourlight"),
			"the mark",
		);
		await style.waitForText("Shown on the sample issue");
		await style.fill("Heading of the sponsor", "{name} sponsors us");
		await style.waitFor(
			async () => (await marked()).includes("Harbourlight sponsors us"),
			"the new heading",
		);
		await style.focus("Heading", { nth: 0 });
		await style.waitFor(
			async () => (await marked()).startsWith("Tools"),
			"the heading of the draft",
		);
	});

	test("has an address for each of its groups", async () => {
		const style = await session.browser.openOptions("/style/lines");
		await style.waitFor(
			() => style.evaluate(() => document.activeElement?.id === "style-group-lines"),
			"the focus on the group",
		);
		await style.click("link", "Sponsor");
		await style.waitFor(
			() => style.evaluate(() => document.activeElement?.id === "style-group-sponsor"),
			"the focus on the other group",
		);
		expect(await style.url()).toMatch(/#\/style\/sponsor$/);
	});
});
