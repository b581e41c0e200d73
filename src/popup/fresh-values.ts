import { quote } from "../capture/quote.ts";
import { cleanTitle } from "../core/house-style/clean-title.ts";
import { isSamePage } from "../core/links/canonical.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import type { ItemRecord, LinkRecord } from "../data/db/records.ts";
import type { OpenedPage, Values } from "./fields.ts";

/**
 * What the fields hold while nothing has been typed: the page, or the item it is in already.
 *
 * @param section id of the one to start with where there is no item
 */
export function freshValues(
	{ url, title, selection, details }: OpenedPage,
	item: ItemRecord | null,
	section = "",
): Values {
	const link = linkIn(item, url);
	return {
		url: link?.url ?? tidyAddress(url),
		title: link?.title || cleanTitle(title, url, details.siteName),
		note: item?.note ?? quote(selection),
		section: item?.section ?? section,
	};
}

/** The link that an item has to a page: one to the page itself, not to a related one. */
export function linkIn(item: ItemRecord | null, url: string): LinkRecord | undefined {
	return item?.links.find((link) => isSamePage(link.url, tidyAddress(url)));
}
