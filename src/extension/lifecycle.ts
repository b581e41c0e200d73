import browser from "webextension-polyfill";

/**
 * Calls `listener` when Galley is installed or updated, and when the browser starts. The browser
 * is given its promise, to keep the worker until it is done.
 */
export function onBrowserStart(listener: () => Promise<void>): void {
	browser.runtime.onInstalled.addListener(listener);
	browser.runtime.onStartup.addListener(listener);
}
