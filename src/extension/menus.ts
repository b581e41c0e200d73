import browser from "webextension-polyfill";

interface MenuEntry {
	id: string;
	title: string;
}

export type MenuClick = browser.Menus.OnClickData;
export type ClickedTab = browser.Tabs.Tab;

/** Only one page or worker may create the menus at a time, or entries could appear twice. */
const LOCK = "galley-menus";

/**
 * The key of the entries from which the menus were last created. It is deleted when the browser closes or
 * Galley stops.
 */
const MADE_FROM = "menus";

/**
 * Sets the entries of the context menu, for every part of a page. Does nothing if they are already set.
 * This is the only function that creates menus, and a lock over all pages prevents two runs at once, so no
 * entry appears twice.
 *
 * @param force creates them again in any case, for example after an update
 */
export function showMenus(entries: readonly MenuEntry[], force = false): Promise<void> {
	return navigator.locks.request(LOCK, async () => {
		const wanted = JSON.stringify(entries);
		const made = (await browser.storage.session.get(MADE_FROM))[MADE_FROM];
		if (made === wanted && !force) return;
		// Done first, so that incomplete menus are not taken for complete ones if the worker is stopped.
		await browser.storage.session.remove(MADE_FROM);
		await browser.contextMenus.removeAll();
		for (const entry of entries) await create(entry);
		await browser.storage.session.set({ [MADE_FROM]: wanted });
	});
}

/**
 * Calls `listener` at each click on an entry. Must be called when the worker starts. The promise is
 * returned to the browser, which keeps the worker running until it is settled.
 */
export function onMenuClick(
	listener: (click: MenuClick, tab: ClickedTab | undefined) => Promise<void>,
): void {
	browser.contextMenus.onClicked.addListener(listener);
}

/** Where entries are shown: on every part of a page, and on tabs in browsers that support this. */
const CONTEXTS: readonly browser.Menus.ContextType[] = [
	...(["page", "frame", "link", "selection", "editable"] as const),
	...(["image", "video", "audio", "tab"] as const),
];

/** The contexts that the browser supports. It refuses an entry with any other context. */
function contexts(): [browser.Menus.ContextType, ...browser.Menus.ContextType[]] {
	const { ContextType = {} } = browser.contextMenus as { ContextType?: Record<string, string> };
	const hasTabs = Object.values(ContextType).includes("tab");
	const known = CONTEXTS.filter((context) => context !== "tab" || hasTabs);
	return known as [browser.Menus.ContextType, ...browser.Menus.ContextType[]];
}

function create({ id, title }: MenuEntry): Promise<void> {
	return new Promise((resolve, reject) => {
		browser.contextMenus.create({ id, title: escapedTitle(title), contexts: contexts() }, () => {
			const error = browser.runtime.lastError;
			if (error) reject(new Error(`No menu entry "${title}": ${error.message}`));
			else resolve();
		});
	});
}

/**
 * Escapes a title: a single & would underline the next letter, and %s would be replaced by the selection.
 */
function escapedTitle(title: string): string {
	return title.replaceAll("&", "&&").replaceAll("%s", "%\u2060s");
}
