import browser from "webextension-polyfill";

interface MenuEntry {
	id: string;
	title: string;
}

export type MenuClick = browser.Menus.OnClickData;
export type ClickedTab = browser.Tabs.Tab;

/** Only one page or worker at a time may make the menus, or they would be made into each other. */
const LOCK = "galley-menus";

/** Where what the menus were last made from is noted; it goes when the browser or Galley stops. */
const MADE_FROM = "menus";

/**
 * Makes the right-click menus be these entries, for whatever is in a page. Does nothing
 * when they are already. This is the only place that makes menus, and it takes turns with itself
 * across every page, so that no entry is ever there twice.
 *
 * @param anew makes them again in any case, as after an update
 */
export function showMenus(entries: readonly MenuEntry[], anew = false): Promise<void> {
	return navigator.locks.request(LOCK, async () => {
		const wanted = JSON.stringify(entries);
		const made = (await browser.storage.session.get(MADE_FROM))[MADE_FROM];
		if (made === wanted && !anew) return;
		// First: a worker that is stopped in the middle leaves menus that nobody takes for complete.
		await browser.storage.session.remove(MADE_FROM);
		await browser.contextMenus.removeAll();
		for (const entry of entries) await create(entry);
		await browser.storage.session.set({ [MADE_FROM]: wanted });
	});
}

/**
 * Calls `listener` at each click on an entry. Must be called while the worker starts. The browser
 * is given its promise, to keep the worker until it is done.
 */
export function onMenuClick(
	listener: (click: MenuClick, tab: ClickedTab | undefined) => Promise<void>,
): void {
	browser.contextMenus.onClicked.addListener(listener);
}

/** Where entries are shown: on whatever is in a page, and on tabs in the browsers that have that. */
const CONTEXTS: readonly browser.Menus.ContextType[] = [
	...(["page", "frame", "link", "selection", "editable"] as const),
	...(["image", "video", "audio", "tab"] as const),
];

/** Those of the contexts that the browser knows: it refuses an entry for one that it does not. */
function contexts(): [browser.Menus.ContextType, ...browser.Menus.ContextType[]] {
	const { ContextType = {} } = browser.contextMenus as { ContextType?: Record<string, string> };
	const hasTabs = Object.values(ContextType).includes("tab");
	const known = CONTEXTS.filter((context) => context !== "tab" || hasTabs);
	return known as [browser.Menus.ContextType, ...browser.Menus.ContextType[]];
}

function create({ id, title }: MenuEntry): Promise<void> {
	return new Promise((resolve, reject) => {
		browser.contextMenus.create({ id, title: plain(title), contexts: contexts() }, () => {
			const error = browser.runtime.lastError;
			if (error) reject(new Error(`No menu entry "${title}": ${error.message}`));
			else resolve();
		});
	});
}

/** A title that says what it says: a single & would underline a letter, %s be the selected text. */
function plain(title: string): string {
	return title.replaceAll("&", "&&").replaceAll("%s", "%\u2060s");
}
