import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf, type WithAddresses } from "../links/addresses.ts";
import { linkKey } from "../links/canonical.ts";
import type { Example } from "./learn-sections.ts";

/**
 * What a published issue teaches about its sections, which are called by their headings. Items
 * without any address teach nothing; nor do sponsors, who are not put into sections by what they
 * are. A sponsor repeated at the foot in other words than at the top reads as an item of the last
 * section, and is known by its links.
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

/** The pages of an item: its links, or what its note links to if it has none of its own. */
function pagesOf({ title = "", note, links }: WithAddresses): Example["pages"] {
	if (links.length > 0)
		return links.map(({ url, text = "" }, at) => ({ url, title: (at === 0 && title) || text }));
	return addressesOf({ note, links }).map((url) => ({ url, title: "" }));
}
