import browser from "webextension-polyfill";

/**
 * Calls `listener` when Galley is installed or updated, and when the browser starts. The promise is
 * returned to the browser, which keeps the worker running until it is settled.
 */
export function onBrowserStart(listener: () => Promise<void>): void {
	browser.runtime.onInstalled.addListener(listener);
	browser.runtime.onStartup.addListener(listener);
}
