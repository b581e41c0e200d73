import browser from "webextension-polyfill";
import { activePage, pageOfTab, type TabPage } from "./tabs.ts";

/**
 * Calls `listener` for each command but the one that opens the popup. At the worker's start. The
 * browser is given its promise, to keep the worker until it is done.
 */
export function onCommand(
	listener: (command: string, page: Promise<TabPage>) => Promise<void>,
): void {
	browser.commands.onCommand.addListener((command, tab) =>
		// Older browsers do not say which tab.
		listener(command, tab ? Promise.resolve(pageOfTab(tab)) : activePage()),
	);
}
