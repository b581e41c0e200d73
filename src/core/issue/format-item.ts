import { fillItem } from "../house-style/fill-item.ts";
import type { HouseStyle } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";

/**
 * Formats one item. If the pattern needs a title or an address that the item does not have, no empty
 * brackets are written: the address is used as the title, or the title is written without a link.
 *
 * @param n its number in the section, for patterns with a counter
 */
export function formatItem(item: Item, pattern: string, n: number): string {
	if (item.asWritten !== undefined) return item.asWritten;
	const own = item.pattern ?? pattern;
	const [first] = item.links;
	if (!own.includes("{title}") || own.includes("{label}")) return fillItem(item, own, n);
	if (item.title === "" && first)
		return fillItem({ ...item, title: first.url.replace(/[[\]\\`*_<>]/g, "\\$&") }, own, n);
	if (!first) return fillItem(item, withoutLink(own), n);
	return fillItem(item, own, n);
}

/** Removes the link around the title from a pattern. */
function withoutLink(pattern: string): string {
	return pattern.replace(/\[([^[\]]*\{title\}[^[\]]*)\]\([^()]*\{url\}[^()]*\)/, "$1");
}

/** The item pattern of a section, or the newsletter's. */
export function patternFor(
	style: HouseStyle,
	section: { item?: string | undefined } | null,
): string {
	return section?.item ?? style.item;
}
