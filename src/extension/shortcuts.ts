import browser from "webextension-polyfill";

/** The present keys of each command in the manifest; empty for commands without keys. */
export async function shortcuts(): Promise<Record<string, string>> {
	const commands = await browser.commands.getAll();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}

/** Chromium's page for shortcuts. Extensions may open it in a new tab. */
const CHROMIUM_PAGE = "chrome://extensions/shortcuts";

/** Shows the browser's own page on which the keys can be changed. */
export async function openShortcutPage(): Promise<void> {
	const { commands } = browser;
	// Only Firefox has a function for this.
	if ("openShortcutSettings" in commands) await commands.openShortcutSettings();
	else await browser.tabs.create({ url: CHROMIUM_PAGE });
}
