import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest } from "./browsers/browser.ts";
import { addItem, inBrowser } from "./session.ts";

describe.each(browsersToTest())("In %s, axe finds nothing wrong", (name) => {
	const session = inBrowser(name);

	test("with the popup", async () => {
		const tab = await session.openPage("article.html?utm_source=x", "night-shift.example");
		const popup = await session.openPopup(tab);
		expect(await violations(popup)).toEqual([]);
		await popup.close();
	});

	test("with the draft, an item open and one folded", async () => {
		const options = await session.openDraft();
		await addItem(options, "News", { note: "A note.", links: ["https://a.example/"] });
		await addItem(options, "Tools", { note: "Another.", links: ["https://b.example/x/y"] });
		expect(await violations(options)).toEqual([]);
		await session.browser.nextDownload(() => options.click("button", "Publish"));
	});

	test.each(["/archive", "/sponsors", "/style", "/settings"])(
		"with the panel at #%s",
		async (panel) => {
			const options = await session.browser.openOptions(panel);
			await options.waitFor(() => options.has("button"), "the panel");
			expect(await violations(options)).toEqual([]);
		},
	);
});
