/** One document in Chromium, through puppeteer. */
import type { KeyInput, Page } from "puppeteer-core";
import { callInPage } from "./chromium-call.ts";
import type { BrowserProcess } from "./process.ts";
import type { Surface } from "./surface.ts";
import { pause } from "./wait.ts";

const DIALOG_MS = 10_000;

function schemeFor(dark = false) {
	return { name: "prefers-color-scheme", value: dark ? "dark" : "light" };
}

/**
 * `kind`: a popup keeps its own size, and cannot be brought to the front, because that would close
 * it like a click outside of it.
 */
export function chromiumSurface(
	page: Page,
	kind: "tab" | "popup",
	{ guard }: BrowserProcess,
): Surface {
	/** Input that closes the popup removes the page before the call is finished. This is not an error. */
	const input = async (work: Promise<unknown>) => {
		try {
			await guard(work);
		} catch (error) {
			await pause(300);
			if (kind === "tab" || !page.isClosed()) throw error;
		}
	};
	return {
		call: (source, args) => guard(callInPage(page, source, args)),
		bringToFront: async () => {
			if (kind === "tab") await guard(page.bringToFront());
		},
		click: (x, y) => input(page.mouse.click(x, y)),
		drag: (from, to) =>
			input(
				(async () => {
					await page.mouse.move(from.x, from.y);
					await page.mouse.down();
					await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
					await page.mouse.move(to.x, to.y, { steps: 10 });
					await page.mouse.move(to.x, to.y + 1);
					await page.mouse.up();
				})(),
			),
		insertText: (text) => guard(page.keyboard.sendCharacter(text)),
		press: (key, modifiers) =>
			input(
				(async () => {
					for (const modifier of modifiers) await page.keyboard.down(modifier);
					try {
						await page.keyboard.press(key as KeyInput);
					} catch (error) {
						// No key has this character, for example an accented letter, so it is sent as text.
						if (!(error instanceof Error && error.message.startsWith("Unknown key"))) throw error;
						await page.keyboard.sendCharacter(key);
					}
					for (const modifier of modifiers) await page.keyboard.up(modifier);
				})(),
			),
		pickFiles: async (paths, action) => {
			const [chooser] = await Promise.all([
				guard(page.waitForFileChooser({ timeout: DIALOG_MS })),
				action(),
			]);
			await guard(chooser.accept([...paths]));
		},
		setDark: (dark) => guard(page.emulateMediaFeatures([schemeFor(dark)])),
		setSize: (size) => guard(page.setViewport(size)),
		screenshot: ({ width, height, dark }) =>
			guard(
				(async () => {
					await page.emulateMediaFeatures([schemeFor(dark)]);
					const sized = kind === "tab" && (width !== undefined || height !== undefined);
					if (sized) {
						const now = await page.evaluate(() => [innerWidth, innerHeight] as const);
						await page.setViewport({ width: width ?? now[0], height: height ?? now[1] });
					}
					const png = await page.screenshot({
						fullPage: kind === "tab" && height === undefined,
					});
					if (sized) await page.setViewport(null);
					await page.emulateMediaFeatures([]);
					return Buffer.from(png);
				})(),
			),
		close: () => guard(page.close()),
	};
}
