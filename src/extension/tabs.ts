import browser from "webextension-polyfill";

/** A page in a tab, as far as clipping wants to know it. */
export interface TabPage {
	/** Null where the browser gives none, as to a popup's own window. */
	tabId: number | null;
	/** Empty when the browser does not tell, as for pages of its own. */
	url: string;
	title: string;
}

type TabLike = Pick<browser.Tabs.Tab, "id" | "url" | "title">;

/** Firefox shows an article in its reading view under an address that only wraps the page's own. */
const READING_VIEW = "about:reader?";

/** The tab in front, in the window this code belongs to, or in the last one used. */
export async function activePage(): Promise<TabPage> {
	const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
	return pageOfTab(tab);
}

/** The page in a tab by its id; rejects where the tab is gone. */
export async function pageOf(tabId: number): Promise<TabPage> {
	return pageOfTab(await browser.tabs.get(tabId));
}

/** What a tab shows; an empty page when the browser named no tab. */
export function pageOfTab(tab: TabLike | undefined): TabPage {
	const url = behindReadingView(tab?.url ?? "");
	const title = (tab?.title ?? "").replace(/\s+/g, " ").trim();
	return {
		tabId: tab?.id ?? null,
		url,
		// A page without a title is given its address for one, which says nothing more.
		title: url.endsWith(title) ? "" : title,
	};
}

function behindReadingView(url: string): string {
	if (!url.startsWith(READING_VIEW)) return url;
	return new URLSearchParams(url.slice(READING_VIEW.length)).get("url") ?? url;
}
