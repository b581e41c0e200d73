/**
 * Every panel and the popup in a language made for tests: longer than English, with accents, in
 * brackets, and written from left to right or from right to left. No text may be wider than its box or cut
 * off, and no text may be left in English.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { DEFAULT_EXEMPTIONS } from "../../src/core/links/repeats.ts";
import { SAMPLE_ISSUE } from "../../src/core/sample/sample.ts";
import type { StringKey } from "../../src/extension/strings.ts";
import { hashOf, PANELS } from "../../src/options/app/route.ts";
import { type Direction, pseudo, pseudoMessages } from "../strings/pseudo.ts";
import { type BrowserName, browsersToTest, type View } from "./browsers/browser.ts";
import { type ExtensionCopy, extensionCopy } from "./extension-copy.ts";
import { flaws } from "./flaws.ts";
import { inBrowser } from "./session.ts";

const WIDTHS = [360, 1280];
const HEIGHT = 1000;

/** `GALLEY_SHOTS=DIR` saves a picture of every panel. */
const SHOTS = process.env.GALLEY_SHOTS;

/** Text of the editor on the pages: the headings of sections, a sponsor's name. */
const WRITTEN = [
	...DEFAULT_HOUSE_STYLE.sections.map(({ heading }) => heading),
	...DEFAULT_EXEMPTIONS.sections,
	SAMPLE_ISSUE.sponsor.name,
];

const inPseudo = (key: StringKey) => pseudo(messages[key].message);

/** The built extension, with its sentences in that language instead of English. */
function pseudoCopy(name: BrowserName, direction: Direction): ExtensionCopy {
	const copy = extensionCopy(name);
	const file = join(copy.path, "_locales/en/messages.json");
	const made = pseudoMessages(JSON.parse(readFileSync(file, "utf8")), direction);
	writeFileSync(file, JSON.stringify(made));
	return copy;
}

describe.each(
	browsersToTest().flatMap((name) =>
		(["ltr", "rtl"] as const).map((direction) => ({ name, direction })),
	),
)("In $name, in a long language written $direction", ({ name, direction }) => {
	const copies: ExtensionCopy[] = [];
	const session = inBrowser(name, () => {
		const copy = pseudoCopy(name, direction);
		copies.push(copy);
		return { extension: copy.path };
	});
	afterAll(() => {
		for (const copy of copies) copy.remove();
	});

	/** The problems of a page at each width, one line for each. */
	async function flawsOf(view: View, what: string): Promise<string[]> {
		const lines: string[] = [];
		for (const width of WIDTHS) {
			await view.setSize({ width, height: HEIGHT });
			if (SHOTS) {
				await view.screenshot(join(SHOTS, `${name}-${direction}-${what}-${width}.png`));
			}
			const found = await view.evaluate(flaws, WRITTEN);
			lines.push(...found.map((line) => `${what} at ${width}: ${line}`));
		}
		await view.setSize(null);
		return lines;
	}

	test("the draft fits, empty and with the sample", { timeout: 120_000 }, async () => {
		const draft = await session.browser.openOptions();
		await draft.waitForText(inPseudo("optionsSampleLoad"));
		expect(await draft.evaluate(() => document.documentElement.dir)).toBe(direction);
		const empty = await flawsOf(draft, "empty");
		await draft.click("button", inPseudo("optionsSampleLoad"));
		await draft.waitForText(inPseudo("optionsSampleRemove"));
		expect([...empty, ...(await flawsOf(draft, "sample"))]).toEqual([]);
	});

	test.each(PANELS)("the panel %s fits", { timeout: 120_000 }, async (panel) => {
		const page = await session.browser.openOptions(hashOf(panel).slice(1));
		await page.waitFor(() => page.has("heading"), "the panel");
		expect(await flawsOf(page, panel)).toEqual([]);
	});

	test("problems would be found", async () => {
		const page = await session.browser.openOptions();
		await page.waitFor(() => page.has("heading"), "the draft");
		await page.evaluate(() => {
			const button = document.createElement("button");
			button.style.cssText =
				"position: absolute; inset-inline-start: 0; width: 40px; overflow: hidden";
			button.append("Unspoken words");
			const wide = document.createElement("p");
			wide.style.cssText = "width: 200vw";
			wide.append("⟦wîdé⟧");
			document.body.append(button, wide);
		});
		const found = await page.evaluate(flaws, WRITTEN);
		for (const flaw of [
			/^The page is/,
			/“⟦wîdé⟧” runs over/,
			/Unspoken words” is \d+ wide in/,
			/Unspoken words” is in no/,
		]) {
			expect(found).toContainEqual(expect.stringMatching(flaw));
		}
	});

	test("the popup fits", async () => {
		const tab = await session.openPage("article.html?utm_source=x", "night-shift.example");
		const popup = await session.browser.openPopup(tab);
		await popup.waitFor(async () => (await popup.names("radio")).length > 0, "the sections");
		if (SHOTS) await popup.screenshot(join(SHOTS, `${name}-${direction}-popup.png`));
		expect(await popup.evaluate(flaws, WRITTEN)).toEqual([]);
		await popup.close();
	});
});
