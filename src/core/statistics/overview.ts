import { mostLinkedHosts } from "./hosts.ts";
import { headingsOf, yearsOf } from "./ranges.ts";
import { type IssueSummary, itemsIn } from "./summary.ts";
import { LAST_ISSUES, median } from "./usual.ts";
import { itemsPerWeek } from "./weeks.ts";
import { sectionsByYear } from "./years.ts";

/** The data from which the statistics page is drawn and its filters are made. */
export interface Overview {
	issues: number;
	items: number;
	/** The median number of items in an issue. */
	usual: number;
	/** All headings, those with the most items first. */
	headings: string[];
	/** All years, as four digits, the latest first. */
	years: string[];
	weeks: ReturnType<typeof itemsPerWeek>;
	sections: ReturnType<typeof sectionsByYear>;
	hosts: ReturnType<typeof mostLinkedHosts>;
	/** The sections of the last issues, the latest first, from which usual numbers are computed. */
	last: IssueSummary["sections"][];
}

const HOSTS = 10;

/**
 * @param summaries summaries of the archived issues, the oldest first
 */
export function overviewOf(summaries: readonly IssueSummary[]): Overview {
	const counts = summaries.map(itemsIn);
	return {
		issues: summaries.length,
		items: counts.reduce((sum, count) => sum + count, 0),
		usual: median(counts),
		headings: headingsOf(summaries),
		years: yearsOf(summaries),
		weeks: itemsPerWeek(summaries),
		sections: sectionsByYear(summaries),
		hosts: mostLinkedHosts(summaries, HOSTS),
		last: summaries
			.slice(-LAST_ISSUES)
			.reverse()
			.map(({ sections }) => sections),
	};
}
