import { siteHost } from "../links/site-host.ts";

/** A prefix such as "(3) ", the number of unread messages. It is not part of the title. */
const COUNTER = /^\(\d{1,4}\+?\)\s+/;
/** The name of a site follows one of these separators, at the end of the title. */
const SITE = /^(.+\S)\s+[|·•–—»:-]\s+([^|·•–—»]+)$/u;

/**
 * A page's title without line breaks, counter, and the name of the site at its end. An ending counts as
 * the name of the site only if it equals `site` or a part of the host name.
 *
 * @param site the site's name as given by the page; empty if there is none
 */
export function cleanTitle(title: string, url: string, site = ""): string {
	const line = title.replace(/\s+/g, " ").trim().replace(COUNTER, "");
	const [, own, end] = SITE.exec(line) ?? [];
	return own !== undefined && end !== undefined && isSiteName(end, url, site) ? own : line;
}

function isSiteName(name: string, url: string, site: string): boolean {
	const key = wordsOf(name);
	if (key === "") return false;
	if (key === wordsOf(site)) return true;
	const labels = siteHost(url).split(".");
	// Labels of one or two letters are top-level domains, as in example.co.uk.
	return labels.some((label) => label.length > 2 && wordsOf(label) === key);
}

function wordsOf(text: string): string {
	return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join("");
}
