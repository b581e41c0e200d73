import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, the desk", (name) => {
	const session = inBrowser(name);

	test("shows what the popup clips at once, and the edits of another page", async () => {
		const { openDraft, openPage, openPopup, browser } = session;
		const first = await openDraft();
		const second = await openDraft();
		const article = await openPage("article.html", "night-shift.example");
		const popup = await openPopup(article);
		await popup.fill("Note", "Clipped while two pages are open.");
		await popup.click("button", "Clip");
		await browser.waitForPopupClosed();
		await first.activate();
		await expectItems(first, "News", ["Clipped while two pages are open."]);
		await second.activate();
		await expectItems(second, "News", ["Clipped while two pages are open."]);

		await second.fill("Intro", "From the second page.");
		await second.waitForText("Saved");
		await first.activate();
		await first.waitFor(
			async () => (await first.value("Intro")) === "From the second page.",
			"the first page to follow",
		);
		await first.fill("Footer", "From the first page.");
		await first.waitForText("Saved");
		await second.activate();
		await second.waitFor(
			async () => (await second.value("Footer")) === "From the first page.",
			"the second page to follow",
		);
		expect(await second.value("Intro")).toBe("From the second page.");
	});

	test("moves items within and between sections, deletes them, and takes all of it back", async () => {
		const options = await session.openDraft();
		await options.click("button", "Delete", { within: "News", item: 0 });
		await expectItems(options, "News", []);
		for (const note of ["one", "two", "three"]) await addItem(options, "News", { note });
		await expectItems(options, "News", ["one", "two", "three"]);

		await options.click("button", "Move up", { within: "News", item: "three" });
		await expectItems(options, "News", ["one", "three", "two"]);
		await options.click("button", "Move down", { within: "News", item: "two" });
		await expectItems(options, "Tools", ["two"]);
		await options.click("button", "Move up", { within: "Tools", item: "two" });
		await expectItems(options, "News", ["one", "three", "two"]);

		await options.click("button", "Delete", { within: "News", item: "three" });
		await expectItems(options, "News", ["one", "two"]);
		await options.click("button", "Undo");
		await expectItems(options, "News", ["one", "three", "two"]);
		await options.click("button", "Undo");
		await expectItems(options, "Tools", ["two"]);
		await options.click("button", "Undo");
		await expectItems(options, "News", ["one", "three", "two"]);
		await options.click("button", "Undo");
		await expectItems(options, "News", ["one", "two", "three"]);
	});

	test.each([
		["Issue number", "twelve", "12"],
		["Issue date", "2019-02-29", "2020-02-29"],
		["Publication time", "2019-12-22T13:40:01", "2019-12-22T13:40:01+00:00"],
	])(
		"says what is wrong with a bad %s, keeps it on screen and does not export",
		async (field, bad, good) => {
			const options = await session.openDraft();
			await options.fill(field, bad);
			await options.click("button", "Export markdown");
			const marked = () =>
				options.evaluate(() => {
					const { activeElement: active } = document;
					return {
						invalid: active?.getAttribute("aria-invalid"),
						said: document.getElementById(active?.getAttribute("aria-describedby") ?? "")
							?.textContent,
					};
				});
			await options.waitFor(async () => (await marked()).invalid === "true", "the field in focus");
			expect((await marked()).said).toMatch(/\w{3}/);
			expect(await options.value(field)).toBe(bad);

			await options.fill(field, good);
			await session.browser.nextDownload(() => options.click("button", "Export markdown"));
		},
	);
});
