import browser from "webextension-polyfill";

/** The keys of each command of the manifest, as they are set now; empty where there are none. */
export async function shortcuts(): Promise<Record<string, string>> {
	const commands = await browser.commands.getAll();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}

/** Where Chromium has its list of them: it opens for extensions, as a tab of their own making. */
const CHROMIUM_PAGE = "chrome://extensions/shortcuts";

/** Shows the browser's own page on which the keys can be changed. */
export async function openShortcutPage(): Promise<void> {
	const { commands } = browser;
	// Firefox alone has a way of its own to it.
	if ("openShortcutSettings" in commands) await commands.openShortcutSettings();
	else await browser.tabs.create({ url: CHROMIUM_PAGE });
}
