import type { Issue, Item } from "../issue/issue.ts";
import { addressesOf } from "./addresses.ts";
import { linkKey } from "./canonical.ts";

/** One link in one archived issue: what a repeat is found against. */
export interface Mention {
	/** The canonical key of the address. */
	key: string;
	url: string;
	/** Heading it stood under. */
	section: string;
	note: string;
	/** A sponsor's link may run as often as it is paid for. */
	sponsored: boolean;
}

/** Every link of an issue under the heading it stands under, a sponsor's once. */
export function mentionsOf(issue: Issue): Mention[] {
	return [
		...issue.sponsors.flatMap((sponsor) => mentionsIn(sponsor, sponsor.heading, true)),
		...issue.sections.flatMap(({ heading, items }) =>
			items.flatMap((item) => mentionsIn(item, heading, false)),
		),
	];
}

function mentionsIn(item: Item, section: string, sponsored: boolean): Mention[] {
	return addressesOf(item).map((url) => ({
		key: linkKey(url),
		url,
		section,
		note: item.note,
		sponsored,
	}));
}
