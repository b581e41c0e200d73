import { describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, expectItems } from "./session.ts";
import { inUpdatable } from "./updatable.ts";

/**
 * Galley is updated while it is used. Both browsers then close its pages. What it has put into web
 * pages stays there, without a connection to it.
 */
describe.each(browsersToTest())("In %s, when Galley is updated", (name) => {
	const { session, update } = inUpdatable(name);

	test("an open popup has the typed text when it is opened again, and clips it", async () => {
		const tab = await session.openPage("article.html", "night-shift.example");
		const popup = await session.openPopup(tab);
		await popup.choose("Tools");
		await popup.focus("Note");
		await popup.type("Typed as the update came");
		await update();
		await session.browser.waitForPopupClosed();

		await tab.activate();
		const again = await session.openPopup(tab);
		await again.waitForText("Your unsaved note is restored.");
		expect(await again.value("Note")).toBe("Typed as the update came");
		await again.click("button", "Clip");
		await session.browser.waitForPopupClosed();
		await expectItems(await session.openDraft(), "Tools", ["Typed as the update came"]);
	});

	test("an open draft keeps the typed text to the last key, and continues", async () => {
		const draft = await session.openDraft();
		await draft.focus("Intro");
		await draft.type("To the last key");
		await update();
		const again = await session.openDraft();
		expect(await again.value("Intro")).toBe("To the last key");
		await addItem(again, "News", { note: "After it", links: ["https://a.example/"] });
		await expectItems(again, "News", ["After it"]);
	});

	// Firefox ends Galley's script in the page, so that it can report nothing there.
	test.skipIf(name === "firefox")(
		"a toast says that it can take nothing back any more, and what to do",
		async () => {
			const tab = await session.openPage("tool.html", "caliper.example");
			await session.clipByMenu(tab, "News");
			await update();
			await tab.activate();
			await tab.click("button", "Undo");
			await tab.waitForText("Galley has been updated or switched off since");
		},
	);

	test("a toast disappears by itself, and clicks at its place go to the page", async () => {
		const tab = await session.openPage("outage.html", "caliper.example");
		await session.clipByMenu(tab, "News");
		await update();
		await tab.activate();
		await tab.waitFor(
			async () => !(await tab.text()).includes("Added to News"),
			"it to go",
			10_000,
		);
		const clicked = () =>
			tab.evaluate(() => {
				const [x, y] = [innerWidth - 60, innerHeight - 40];
				return document.elementFromPoint(x, y)?.hasAttribute("popover") ?? false;
			});
		expect(await clicked()).toBe(false);
	});
});
