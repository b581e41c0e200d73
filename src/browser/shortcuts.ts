import browser from "webextension-polyfill";

/** The keys of each command of the manifest, as they are set now; empty where there are none. */
export async function shortcuts(): Promise<Record<string, string>> {
	const commands = await browser.commands.getAll();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]));
}
