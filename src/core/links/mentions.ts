import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf, type WithAddresses } from "./addresses.ts";
import { relatedKey } from "./canonical.ts";

/** One link in one archived issue. Repeats are found by comparing with mentions. */
export interface Mention {
	/** The related key of the address, used for lookup. */
	key: string;
	url: string;
	/** The heading above it. */
	section: string;
	/** The note of its item, shortened if it is very long. The issue itself has the whole note. */
	note: string;
	/** Whether it is a sponsor's link; such links may appear any number of times. */
	sponsored: boolean;
}

/** Limits the length of stored notes, since each link of an item stores its note again. */
const MAX_NOTE_LENGTH = 4_000;

/** All links of an issue with their headings. The links of a repeated sponsor are included once. */
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
	const note = item.note.slice(0, MAX_NOTE_LENGTH).toWellFormed();
	return addressesOf(item).map((url) => ({
		key: relatedKey(url),
		url,
		section,
		note,
		sponsored,
	}));
}
