import { contentsOf } from "../archive/contents.ts";
import type { Issue } from "../issue/issue.ts";
import { addressesOf } from "../links/addresses.ts";
import { siteHost } from "../links/site-host.ts";

/** The values of an issue from which statistics are computed. */
export interface IssueSummary {
	id: string;
	number: number | null;
	/** As `2019-12-15`; null if it has none. */
	issueDate: string | null;
	/** When its text was parsed. A later text of the same issue has a later time. */
	readAt: number;
	/** Its sections in order, with the number of their items. */
	sections: { heading: string; items: number }[];
	/** The number of items that link to each host. */
	hosts: Record<string, number>;
}

/** The properties of an archived issue that a summary needs. */
interface Summarized {
	id: string;
	number: number | null;
	issueDate: string | null;
	issue: Issue;
	readAt: number;
}

/** Summarizes an archived issue, without its sponsors. */
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

/** The number of items of an issue. */
export function itemsIn({ sections }: IssueSummary): number {
	return sections.reduce((sum, { items }) => sum + items, 0);
}
