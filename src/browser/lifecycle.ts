import browser from "webextension-polyfill";

/** Calls `listener` when Galley is installed or updated, and when the browser starts. */
export function onBrowserStart(listener: () => void): void {
	browser.runtime.onInstalled.addListener(listener);
	browser.runtime.onStartup.addListener(listener);
}
