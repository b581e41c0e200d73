import { siteHost } from "../links/site-host.ts";
import { escapeMarks } from "../markdown/escape-marks.ts";
import type { PageDetails } from "../page/page-details.ts";
import { parseItemPattern } from "./parse-item-pattern.ts";

/** The properties of a clipped page that can fill slots of an item. */
interface ClippedPage {
	url: string;
	details: PageDetails;
}

/** Finds the value of a slot, by the slot's name. Other slots stay empty. */
const FROM_PAGE: Record<string, (page: ClippedPage, language: string) => string> = {
	author: ({ details }) => details.author,
	source: nameOfSite,
	publisher: nameOfSite,
	site: ({ url }) => siteHost(url),
	language: ({ details }, language) => otherLanguage(details.language, language),
};

/** Slots of a pattern other than title, note and links, which an editor can fill in. */
export function ownSlots(pattern: string): string[] {
	const others = new Set(["title", "note", "url", "text", "n", "label"]);
	return [...new Set(parseItemPattern(pattern).slots)].filter((name) => !others.has(name));
}

/**
 * Values for the slots of an item pattern from the metadata of a page. Only slots that have a value are
 * included.
 *
 * @param language the newsletter's language, in which the page's language is named
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

/** The name of the site as given by the page, otherwise its host. */
function nameOfSite({ url, details }: ClippedPage): string {
	return details.siteName || siteHost(url);
}

/** The name of the page's language; empty if it is the newsletter's language. */
function otherLanguage(tag: string, own: string): string {
	const [language = ""] = tag.split("-");
	if (language === "" || language.toLowerCase() === own.split("-")[0]?.toLowerCase()) return "";
	try {
		return new Intl.DisplayNames([own], { type: "language" }).of(language) ?? "";
	} catch {
		// The browser may reject the language tag of the page or of the style.
		return "";
	}
}
