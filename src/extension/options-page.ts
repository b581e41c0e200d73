import browser from "webextension-polyfill";

export function optionsAddress(): string {
	return browser.runtime.getURL("src/options/index.html");
}

/** The address of an archived issue on the options page. */
export function issueAddress(id: string): string {
	return `${optionsAddress()}#/archive/${encodeURIComponent(id)}`;
}

/** Shows the options page, in its present tab if it is already open. */
export function openOptions(): Promise<void> {
	return browser.runtime.openOptionsPage();
}

/** Opens a page of Galley in a new tab. */
export async function openTab(address: string): Promise<void> {
	await browser.tabs.create({ url: address });
}
