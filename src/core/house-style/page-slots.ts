import { siteHost } from "../links/site-host.ts";
import { escapeMarks } from "../markdown/escape-marks.ts";
import type { PageDetails } from "../page/page-details.ts";
import { parseItemPattern } from "./item-pattern.ts";

/** A page that is clipped, as far as slots of an item can be filled from it. */
interface ClippedPage {
	url: string;
	details: PageDetails;
}

/** What a page says for a slot by the slot's name; a slot that is not here stays empty. */
const FROM_PAGE: Record<string, (page: ClippedPage, language: string) => string> = {
	author: ({ details }) => details.author,
	source: nameOfSite,
	publisher: nameOfSite,
	site: ({ url }) => siteHost(url),
	language: ({ details }, language) => otherLanguage(details.language, language),
};

/** Slots that a pattern has beside title, note and links: those an editor can fill. */
export function ownSlots(pattern: string): string[] {
	const others = new Set(["title", "note", "url", "text", "n", "label"]);
	return [...new Set(parseItemPattern(pattern).slots)].filter((name) => !others.has(name));
}

/**
 * Values for the slots of an item pattern, from what a page says of itself. Only slots that the
 * pattern has, and only where the page says something.
 *
 * @param language of the newsletter, which names the language of the page
 */
export function slotsFromPage(
	pattern: string,
	page: ClippedPage,
	language: string,
): Record<string, string> {
	return Object.fromEntries(
		ownSlots(pattern).flatMap((name) => {
			const value = FROM_PAGE[name]?.(page, language).replace(/\s+/g, " ").trim() ?? "";
			return value === "" ? [] : [[name, escapeMarks(value)]];
		}),
	);
}

/** What the page calls its site, else the site's host. */
function nameOfSite({ url, details }: ClippedPage): string {
	return details.siteName || siteHost(url);
}

/** A language by its name, where it is not the newsletter's own. */
function otherLanguage(tag: string, own: string): string {
	const [language = ""] = tag.split("-");
	if (language === "" || language.toLowerCase() === own.split("-")[0]?.toLowerCase()) return "";
	try {
		return new Intl.DisplayNames([own], { type: "language" }).of(language) ?? "";
	} catch {
		// Neither the page's tag nor the style's need be one that the browser knows.
		return "";
	}
}
