import { tidyAddress } from "../core/links/tidy.ts";
import type { ClickedTab, MenuClick } from "../extension/menus.ts";
import { linkText, pageWords, selectedText } from "../extension/page-text.ts";
import { type Page, pageIn } from "../extension/tabs.ts";
import { answer } from "./answer.ts";
import { clip } from "./clip.ts";
import { DESCRIPTION_MS, inTime, SELECTION_MS } from "./in-time.ts";
import { quote } from "./quote.ts";
import { sectionOfEntry } from "./section-menus.ts";

/** Clips what was right-clicked: the link if it was one, else the page; a selection is its note. */
export async function clipFromMenu(click: MenuClick, tab: ClickedTab | undefined): Promise<void> {
	const page = pageIn(tab);
	const described = click.linkUrl ? "" : descriptionOf(page);
	const { url, title } = click.linkUrl
		? { url: click.linkUrl, title: await titleOfLink(click, page) }
		: { url: page.url || (click.pageUrl ?? ""), title: page.title };
	const selection = await selectionIn(click, page);
	const result = await clip({
		url: tidyAddress(url),
		title,
		description: await described,
		// Some systems select the word or the link that is right-clicked: that is no quotation.
		note: selection === title ? "" : quote(selection),
		section: sectionOfEntry(String(click.menuItemId)),
	});
	await answer(page.tabId, result);
}

/** Firefox says what a link says; in Chromium the page has to be asked. */
async function titleOfLink({ linkText: said, linkUrl, frameId }: MenuClick, { tabId }: Page) {
	const asked =
		said || tabId === null
			? null
			: await inTime(linkText(tabId, frameId ?? 0, linkUrl ?? ""), SELECTION_MS);
	const title = (said || asked || "").replace(/\s+/g, " ").trim();
	return title === linkUrl ? "" : title;
}

async function descriptionOf({ tabId }: Page): Promise<string> {
	if (tabId === null) return "";
	return (await inTime(pageWords(tabId), DESCRIPTION_MS))?.description ?? "";
}

/** The selection as the page has it, since the click brings it without its line breaks. */
async function selectionIn({ selectionText, frameId }: MenuClick, { tabId }: Page) {
	if (!selectionText) return "";
	if (tabId === null) return selectionText;
	return (await inTime(selectedText(tabId, frameId ?? 0), SELECTION_MS)) || selectionText;
}
