import { mostLinkedHosts } from "./hosts.ts";
import { headingsOf, yearsOf } from "./ranges.ts";
import { type IssueSummary, itemsIn } from "./summary.ts";
import { LAST_ISSUES, median } from "./usual.ts";
import { itemsAWeek } from "./weeks.ts";
import { sectionsByYear } from "./years.ts";

/** The whole archive at a glance: as little as a page needs to draw it and to offer its filters. */
export interface Overview {
	issues: number;
	items: number;
	/** How many items an issue usually has. */
	usual: number;
	/** Every heading there has been, those of the most items first. */
	headings: string[];
	/** Every year, as four digits, the latest first. */
	years: string[];
	weeks: ReturnType<typeof itemsAWeek>;
	sections: ReturnType<typeof sectionsByYear>;
	hosts: ReturnType<typeof mostLinkedHosts>;
	/** The sections of the last issues, which say what is usual now. */
	last: IssueSummary["sections"][];
}

const HOSTS = 10;

/** @param summaries the oldest first */
export function overviewOf(summaries: readonly IssueSummary[]): Overview {
	const counts = summaries.map(itemsIn);
	return {
		issues: summaries.length,
		items: counts.reduce((sum, count) => sum + count, 0),
		usual: median(counts),
		headings: headingsOf(summaries),
		years: yearsOf(summaries),
		weeks: itemsAWeek(summaries),
		sections: sectionsByYear(summaries),
		hosts: mostLinkedHosts(summaries, HOSTS),
		last: summaries
			.slice(-LAST_ISSUES)
			.reverse()
			.map(({ sections }) => sections),
	};
}
