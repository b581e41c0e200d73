import { fillItem } from "../house-style/fill-item.ts";
import type { HouseStyle } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";

/**
 * One item as it is written in a pattern. A title or an address that the pattern needs and the item
 * does not have leaves no empty brackets: the address stands for the title, and the title alone for
 * a link without address.
 *
 * @param n its number in the section, for patterns that count
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

/** The pattern with the title in place of the link around it; with neither where there is no title. */
function withoutLink(pattern: string): string {
	return pattern.replace(/\[([^[\]]*\{title\}[^[\]]*)\]\([^()]*\{url\}[^()]*\)/, "$1");
}

/** The item pattern of a section by its heading, or the newsletter's. */
export function patternFor(
	style: HouseStyle,
	section: { item?: string | undefined } | null,
): string {
	return section?.item ?? style.item;
}
