import browser from "webextension-polyfill";

/** The data of a tab's page that clipping needs. */
export interface TabPage {
	/** Null if the browser gives none, for example to the window of a popup. */
	tabId: number | null;
	/** Empty if the browser does not reveal it, for example for its own pages. */
	url: string;
	title: string;
}

type TabLike = Pick<browser.Tabs.Tab, "id" | "url" | "title">;

/** Firefox shows an article in its reading view under an address that contains the page's own. */
const READING_VIEW = "about:reader?";

/** The active tab in the window of this code, or in the last used window. */
export async function activePage(): Promise<TabPage> {
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	return pageOfTab(tab);
}

/** The page in a tab by its id. Rejects if the tab no longer exists. */
export async function pageOf(tabId: number): Promise<TabPage> {
	return pageOfTab(await browser.tabs.get(tabId));
}

/** The page that a tab shows; an empty page if the browser named no tab. */
export function pageOfTab(tab: TabLike | undefined): TabPage {
	const url = originalAddress(tab?.url ?? "");
	const title = (tab?.title ?? "").replace(/\s+/g, " ").trim();
	return {
		tabId: tab?.id ?? null,
		url,
		// The browser uses the address as the title of a page without one. Such a title is left out.
		title: url.endsWith(title) ? "" : title,
	};
}

function originalAddress(url: string): string {
	if (!url.startsWith(READING_VIEW)) return url;
	return new URLSearchParams(url.slice(READING_VIEW.length)).get("url") ?? url;
}
