import browser from "webextension-polyfill";
import { activePage, pageOfTab, type TabPage } from "./tabs.ts";

/**
 * Calls `listener` for each command except the one that opens the popup. Must be called when the worker
 * starts. The promise is returned to the browser, which keeps the worker running until it is settled.
 */
export function onCommand(
	listener: (command: string, page: Promise<TabPage>) => Promise<void>,
): void {
	browser.commands.onCommand.addListener((command, tab) =>
		// Older browsers do not pass the tab.
		listener(command, tab ? Promise.resolve(pageOfTab(tab)) : activePage()),
	);
}
