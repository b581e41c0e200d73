/** What Chromium's list of extensions can do with one of them, done from that page. */
import type { Browser } from "puppeteer-core";

/** In chrome://extensions alone. */
declare const chrome: {
	developerPrivate: {
		reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
		updateProfileConfiguration(configuration: { inDeveloperMode: boolean }): Promise<void>;
	};
	management: { setEnabled(id: string, on: boolean): Promise<void> };
};

/** As the button that loads an unpacked extension anew. Resolves when it is loaded. */
export function reloadFromList(browser: Browser, id: string): Promise<void> {
	return inList(
		browser,
		`(${async (extension: string) => {
			// Otherwise what is unpacked is switched off instead.
			await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
			await chrome.developerPrivate.reload(extension, { failQuietly: false });
		}})(${JSON.stringify(id)})`,
	);
}

/** As the switch of an extension. */
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
