/** Actions of Chromium's list of extensions, run from that page. */
import type { Browser } from "puppeteer-core";

/** Exists only in chrome://extensions. */
declare const chrome: {
	developerPrivate: {
		reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
		updateProfileConfiguration(configuration: { inDeveloperMode: boolean }): Promise<void>;
	};
	management: { setEnabled(id: string, on: boolean): Promise<void> };
};

/** Does the same as the button that loads an unpacked extension again. Resolves when it is loaded. */
export function reloadFromList(browser: Browser, id: string): Promise<void> {
	return inList(
		browser,
		`(${async (extension: string) => {
			// Otherwise an unpacked extension is switched off instead.
			await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
			await chrome.developerPrivate.reload(extension, { failQuietly: false });
		}})(${JSON.stringify(id)})`,
	);
}

/** Does the same as the switch of an extension. */
export function enableInList(browser: Browser, id: string, on: boolean): Promise<void> {
	return inList(
		browser,
		`(${(extension: string, enabled: boolean) =>
			chrome.management.setEnabled(extension, enabled)})(${JSON.stringify(id)}, ${on})`,
	);
}

async function inList(browser: Browser, source: string): Promise<void> {
	const page = await browser.newPage();
	try {
		await page.goto("chrome://extensions");
		await page.evaluate(source);
	} finally {
		await page.close();
	}
}
