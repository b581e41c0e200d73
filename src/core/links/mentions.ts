import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf, type WithAddresses } from "./addresses.ts";
import { relatedKey } from "./canonical.ts";

/** One link in one archived issue: what a repeat is found against. */
export interface Mention {
	/** The related key of the address, by which it is looked up. */
	key: string;
	url: string;
	/** Heading it stood under. */
	section: string;
	/** What was said of it, cut where that is very long: the issue itself has all of it. */
	note: string;
	/** A sponsor's link may run as often as it is paid for. */
	sponsored: boolean;
}

/** Kept once for each link of an item, so that one of many links may not fill the disk. */
const LONGEST_NOTE = 4_000;

/** Every link of an issue under the heading it stands under, a sponsor's once. */
export function mentionsOf(issue: Issue): Mention[] {
	const { sponsors, sections } = contentsOf(issue);
	return [
		...sponsors.flatMap((sponsor) => mentionsIn(sponsor, sponsor.heading, true)),
		...sections.flatMap(({ heading, items }) =>
			items.flatMap((item) => mentionsIn(item, heading, false)),
		),
	];
}

function mentionsIn(item: WithAddresses, section: string, sponsored: boolean): Mention[] {
	const note = item.note.slice(0, LONGEST_NOTE).toWellFormed();
	return addressesOf(item).map((url) => ({
		key: relatedKey(url),
		url,
		section,
		note,
		sponsored,
	}));
}
