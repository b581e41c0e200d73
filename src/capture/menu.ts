import { unclippablePage } from "../core/links/clippable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { NO_DETAILS, type PageDetails } from "../core/page/page-details.ts";
import { textMarkdown } from "../core/selection/selection-markdown.ts";
import type { ClickedTab, MenuClick } from "../extension/menus.ts";
import { linkText, pageWords, selectedMarkdown } from "../extension/page-text.ts";
import { pageOfTab, type TabPage } from "../extension/tabs.ts";
import { clip } from "./clip.ts";
import { failure, UNCLIPPABLE } from "./failures.ts";
import { notify } from "./notify.ts";
import { quote } from "./quote.ts";
import { sectionOfEntry } from "./section-menus.ts";
import { DESCRIPTION_MS, SELECTION_MS, withTimeout } from "./with-timeout.ts";

/**
 * Clips what was clicked with the right button: a link, or else the page, or the page of the tab. The
 * selection becomes the note.
 */
export async function clipFromMenu(click: MenuClick, tab: ClickedTab | undefined): Promise<void> {
	const page = pageOfTab(tab);
	const refused = click.linkUrl ? null : unclippablePage(page.url || click.pageUrl);
	if (refused) return notify(page.tabId, failure(UNCLIPPABLE[refused]));
	const described = click.linkUrl ? NO_DETAILS : detailsOf(page);
	const { url, title } = click.linkUrl
		? { url: click.linkUrl, title: await titleOfLink(click, page) }
		: { url: page.url || (click.pageUrl ?? ""), title: page.title };
	const result = await clip({
		url: tidyAddress(url),
		title,
		details: await described,
		// On some systems, a right-click selects the word or link under the pointer, which is not meant as
		// a quote.
		note: inOneLine(click.selectionText) === title ? "" : quote(await selectionIn(click, page)),
		section: sectionOfEntry(String(click.menuItemId)),
	});
	await notify(page.tabId, result, url);
}

/** Firefox provides the text of a link. In Chromium, the page has to be asked. */
async function titleOfLink({ linkText: said, linkUrl, frameId }: MenuClick, { tabId }: TabPage) {
	const asked =
		said || tabId === null
			? null
			: await withTimeout(linkText(tabId, frameId ?? 0, linkUrl ?? ""), SELECTION_MS);
	const title = inOneLine(said || asked);
	return title === linkUrl ? "" : title;
}

function inOneLine(text: string | null | undefined): string {
	return (text ?? "").replace(/\s+/g, " ").trim();
}

async function detailsOf({ tabId }: TabPage): Promise<PageDetails> {
	if (tabId === null) return NO_DETAILS;
	return (await withTimeout(pageWords(tabId), DESCRIPTION_MS))?.details ?? NO_DETAILS;
}

/**
 * The selection as markdown. If the frame cannot be read, or is too busy to answer, the plain text that the
 * browser provides with the click.
 */
async function selectionIn({ selectionText, frameId }: MenuClick, { tabId }: TabPage) {
	if (!selectionText) return "";
	const read =
		tabId === null ? null : await withTimeout(selectedMarkdown(tabId, frameId ?? 0), SELECTION_MS);
	return read || textMarkdown(selectionText);
}
