import { quote } from "../capture/quote.ts";
import { linkKey } from "../core/links/canonical.ts";
import { withoutTracking } from "../core/links/tracking.ts";
import type { ItemRecord } from "../data/db/records.ts";
import type { OpenedPage, Values } from "./fields.ts";

/**
 * What the fields hold while nothing has been typed: the page, or the item it is in already.
 *
 * @param section id of the one to start with where there is no item
 */
export function freshValues(
	{ url, title, selection }: OpenedPage,
	item: ItemRecord | null,
	section = "",
): Values {
	const link = item?.links.find((other) => linkKey(other.url) === linkKey(url));
	return {
		url: link?.url ?? withoutTracking(url),
		title: link?.title || title,
		note: item?.note ?? quote(selection),
		section: item?.section ?? section,
	};
}
