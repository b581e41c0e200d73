import browser from "webextension-polyfill";

/** Whether this is Firefox, the only one that says what it is called. */
export function isFirefox(): boolean {
	return "getBrowserInfo" in browser.runtime;
}
