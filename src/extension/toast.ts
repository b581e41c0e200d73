import browser from "webextension-polyfill";
import { type Toast, toastInPage } from "./toast-in-page.ts";

export type { Toast } from "./toast-in-page.ts";

/**
 * Shows a sentence in the corner of the page for a few seconds. Resolves to whether it could be
 * shown: there are pages that let no extension in.
 */
export async function showToast(tabId: number, toast: Toast): Promise<boolean> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId },
			func: toastInPage as (...args: unknown[]) => boolean,
			args: [toast],
			// Otherwise it comes only when the page has loaded, however long that takes.
			injectImmediately: true,
		});
		return injected?.result === true;
	} catch {
		// Not an error: the caller says it in another place.
		return false;
	}
}
