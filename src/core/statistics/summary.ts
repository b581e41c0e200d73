import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf } from "../links/addresses.ts";
import { siteHost } from "../links/site-host.ts";

/** As much of an issue as a picture of the newsletter is drawn from. */
export interface IssueSummary {
	id: string;
	number: number | null;
	/** As `2019-12-15`; null where it has none. */
	issueDate: string | null;
	/** When its text was parsed, by which a later text of it is told from an earlier. */
	readAt: number;
	/** Its sections in order, with how many items each has. */
	sections: { heading: string; items: number }[];
	/** How many items link to each host. */
	hosts: Record<string, number>;
}

/** What a summary is made from: an archived issue, or as much of it. */
interface Summarized {
	id: string;
	number: number | null;
	issueDate: string | null;
	issue: Issue;
	readAt: number;
}

/** The summary of an archived issue; sponsors are left out. */
export function summaryOf({ id, number, issueDate, issue, readAt }: Summarized): IssueSummary {
	const { sections } = contentsOf(issue);
	const hosts = new Map<string, number>();
	for (const item of sections.flatMap(({ items }) => items)) {
		for (const host of new Set(addressesOf(item).map(siteHost))) {
			if (host !== "") hosts.set(host, (hosts.get(host) ?? 0) + 1);
		}
	}
	return {
		id,
		number,
		issueDate,
		readAt,
		sections: sections.map(({ heading, items }) => ({ heading, items: items.length })),
		hosts: Object.fromEntries(hosts),
	};
}

/** How many items an issue has. */
export function itemsIn({ sections }: IssueSummary): number {
	return sections.reduce((sum, { items }) => sum + items, 0);
}
