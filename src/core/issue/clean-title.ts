/** A counter of unread things, as mail and chat pages put before their titles. */
const COUNTER = /^\s*[([]\d{1,4}\+?[)\]]\s+/;
const SEPARATORS = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", "｜", " / "];
const LONGEST_SITE = 40;

/**
 * A page's title without what is none of it: line breaks, a counter before it, the site's name at
 * its end or its beginning.
 *
 * @param site the name the page gives its site (`og:site_name`); empty where it gives none
 * @param url the page's address: its host is a name of the site, too
 */
export function cleanTitle(title: string, site = "", url = ""): string {
	const plain = title
		.replace(/[\s\u00a0]+/g, " ")
		.trim()
		.replace(COUNTER, "");
	for (const separator of SEPARATORS) {
		const last = plain.lastIndexOf(separator);
		if (last > 0 && isSite(plain.slice(last + separator.length), site, url))
			return cleanTitle(plain.slice(0, last), site, url);
		const first = plain.indexOf(separator);
		if (first > 0 && isSite(plain.slice(0, first), site, url))
			return plain.slice(first + separator.length).trim();
	}
	return plain;
}

/** Whether a part of a title names the site: as the page says, or as its address does. */
function isSite(part: string, site: string, url: string): boolean {
	const name = letters(part);
	if (name === "" || part.length > LONGEST_SITE) return false;
	if (site !== "" && name === letters(site)) return true;
	const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? "";
	const labels = host.split(".");
	const own = labels.slice(0, -1).map(letters);
	return (
		name === letters(host) || (name.length > 2 && (own.includes(name) || name === own.join("")))
	);
}

function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A plain title as markdown, so that it reads as it is. */
export function titleAsMarkdown(title: string): string {
	return title.replace(/[\\`*_[\]<>]/g, "\\$&");
}
