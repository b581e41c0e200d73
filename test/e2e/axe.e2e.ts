import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import { describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { addItem, inBrowser } from "./session.ts";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare const window: Window & { axe: typeof axe };

/** What axe finds wrong by day and by night, a line for each kind with the first place where it is. */
async function violations(view: View): Promise<string[]> {
	await view.runSource(SOURCE);
	const lines: string[] = [];
	for (const dark of [false, true]) {
		await view.setDark(dark);
		const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
		await view.waitFor(async () => (await view.evaluate(isDark)) === dark, "the other theme");
		const found = await view.evaluate(async () => {
			const { violations: kinds } = await window.axe.run(document);
			return kinds.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
		});
		lines.push(...found.map((line) => `${dark ? "By night" : "By day"}, ${line}`));
	}
	return lines;
}

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

	test.each(["/archive", "/style"])("with the panel at #%s", async (panel) => {
		const options = await session.browser.openOptions(panel);
		await options.waitFor(() => options.has("button"), "the panel");
		expect(await violations(options)).toEqual([]);
	});
});
