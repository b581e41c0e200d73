import browser from "webextension-polyfill";

/** Whether the browser is Firefox. Only Firefox has a function that returns its name. */
export function isFirefox(): boolean {
	return "getBrowserInfo" in browser.runtime;
}
