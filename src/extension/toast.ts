import browser from "webextension-polyfill";
import { type Toast, toastInPage } from "./toast-in-page.ts";

export type { Toast } from "./toast-in-page.ts";

/**
 * Shows a sentence in the corner of the page for a few seconds. Resolves to whether it could be shown; some
 * pages do not allow extensions.
 */
export async function showToast(tabId: number, toast: Toast): Promise<boolean> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId },
			func: toastInPage as (...args: unknown[]) => boolean,
			args: [toast],
			// Otherwise, the toast would appear only when the page has finished loading, which may take
			// long.
			injectImmediately: true,
		});
		return injected?.result === true;
	} catch {
		// Not an error: the caller shows the sentence in another way.
		return false;
	}
}
