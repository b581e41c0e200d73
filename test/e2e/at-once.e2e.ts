import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, two options pages and the popup at once", (name) => {
	const session = inBrowser(name);

	test("keep what each typed into different fields of one item", async () => {
		const { openPage, openPopup, openDraft, clipByMenu } = session;
		const tab = await openPage("tool.html", "caliper.example");
		await clipByMenu(tab, "Tools");
		const one = await openDraft();
		const other = await openDraft();
		const there = { within: "Tools", item: 0 };
		await one.click("button", "Edit", there);
		await one.fill("Links", "https://caliper.example/tool.html\nhttps://b.example/", there);
		await other.fill("Intro", "Typed in the other.");
		// The popup is used last, because changing to another tab closes it. Nothing was awaited until then.
		await tab.activate();
		const popup = await openPopup(tab);
		await popup.fill("Note", "Typed in the popup.");
		await popup.click("button", "Clip");
		await session.browser.waitForPopupClosed();

		const reopened = await openDraft();
		await expectItems(reopened, "Tools", ["Typed in the popup."]);
		await reopened.click("button", "Edit", there);
		expect(await reopened.value("Links", there)).toContain("https://b.example/");
		expect(await reopened.value("Intro")).toBe("Typed in the other.");
		for (const page of [one, other, reopened]) await page.close();
	});

	test("keep the later text of one field, with the earlier text in Undo", async () => {
		const one = await session.openDraft();
		const other = await session.openDraft();
		await one.fill("Footer", "Typed in the one.");
		await one.waitForText("Saved");
		await other.fill("Footer", "Typed in the other, right after.");
		await other.waitForText("Saved");
		await one.waitFor(
			async () => (await one.value("Footer")) === "Typed in the other, right after.",
			"the later words",
		);
		await one.click("button", "Undo");
		await one.waitFor(
			async () => (await one.value("Footer")) === "Typed in the one.",
			"the earlier words",
		);
		await one.click("button", "Redo");
		await other.focus("Intro");
		await other.waitFor(
			async () => (await other.value("Footer")) === "Typed in the other, right after.",
			"the later words again",
		);
		for (const page of [one, other]) await page.close();
	});

	test("lose no keystroke when both type into one field in turn", async () => {
		const one = await session.openDraft();
		const other = await session.openDraft();
		const said: string[] = [];
		for (const turn of [1, 2]) {
			for (const [page, who] of [
				[one, "one"],
				[other, "other"],
			] as const) {
				const words = `${who} ${turn}`;
				await page.fill("Intro", words);
				await page.waitForText("Saved");
				said.unshift(words);
			}
		}
		await one.focus("Footer");
		for (const words of said) {
			await one.waitFor(async () => (await one.value("Intro")) === words, `“${words}”`);
			await one.click("button", "Undo");
		}
	});
});
