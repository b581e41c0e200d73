import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf, type WithAddresses } from "../links/addresses.ts";
import { linkKey } from "../links/canonical.ts";
import type { Example } from "./learn-sections.ts";

/**
 * The examples in a published issue, from which its sections are learned by their headings. Items
 * without an address are left out, and so are sponsors, since their section does not depend on their
 * content. A sponsor repeated at the foot with other words is parsed as an item of the last section; it
 * is recognized by its links.
 */
export function examplesOf(issue: Issue): Example[] {
	const { sponsors, sections } = contentsOf(issue);
	const sponsored = new Set(sponsors.flatMap(keysOf));
	return sections.flatMap(({ heading, items }) =>
		items
			.filter((item) => !keysOf(item).every((key) => sponsored.has(key)))
			.map((item) => ({ pages: pagesOf(item), section: heading })),
	);
}

function keysOf(item: WithAddresses): string[] {
	return pagesOf(item).map(({ url }) => linkKey(url));
}

/** The pages of an item: its links, or those in its note if it has none. */
function pagesOf({ title = "", note, links }: WithAddresses): Example["pages"] {
	if (links.length > 0)
		return links.map(({ url, text = "" }, at) => ({ url, title: (at === 0 && title) || text }));
	return addressesOf({ note, links }).map((url) => ({ url, title: "" }));
}
