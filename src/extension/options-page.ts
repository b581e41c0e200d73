import browser from "webextension-polyfill";

/** Address of the options page. */
export function optionsAddress(): string {
	return browser.runtime.getURL("src/options/index.html");
}

/** Address of an archived issue on it. */
export function issueAddress(id: string): string {
	return `${optionsAddress()}#/archive/${encodeURIComponent(id)}`;
}

/** Shows the options page, the tab that has it if one does. */
export function openOptions(): Promise<void> {
	return browser.runtime.openOptionsPage();
}

/** Shows a page of Galley's own in a new tab. */
export async function openTab(address: string): Promise<void> {
	await browser.tabs.create({ url: address });
}
