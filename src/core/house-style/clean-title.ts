import { siteHost } from "../links/site-host.ts";

/** "(3) " before the title: what waits for the reader, not what the page is called. */
const COUNTER = /^\(\d{1,4}\+?\)\s+/;
/** A site's name stands behind one of these, at the end. */
const SITE = /^(.+\S)\s+[|·•–—»:-]\s+([^|·•–—»]+)$/u;

/**
 * A page's title less what is no part of it: line breaks, a counter, and the site's own name at the
 * end, where the address or the page says that it is the site's.
 *
 * @param site what the page calls its site; empty where it says nothing
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
	// Without the top-level domain, as in example.co.uk.
	return labels.some((label) => label.length > 2 && wordsOf(label) === key);
}

function wordsOf(text: string): string {
	return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join("");
}
