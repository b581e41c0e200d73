import browser from "webextension-polyfill";

/** Address of the options page. */
export function optionsAddress(): string {
	return browser.runtime.getURL("src/options/index.html");
}

/** Shows the options page, the tab that has it if one does. */
export function openOptions(): Promise<void> {
	return browser.runtime.openOptionsPage();
}
