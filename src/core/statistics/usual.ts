import type { IssueSummary } from "./summary.ts";

/** The number of items in a section now, and the usual number. */
export interface ComparedWithUsual {
	heading: string;
	now: number;
	/** The median of the last issues; null if there are none. */
	usual: number | null;
}

/** The usual numbers are computed from this many of the latest issues. */
export const LAST_ISSUES = 10;

/**
 * Compares a draft with what is usual: first the sections of the draft in their order, then the usual
 * sections that the draft lacks.
 *
 * @param draft the headings of the draft's sections, with the number of their items
 * @param last the sections of the last issues
 */
export function compareWithUsual(
	draft: IssueSummary["sections"],
	last: readonly IssueSummary["sections"][],
): ComparedWithUsual[] {
	const itemsUnder = (heading: string, sections: IssueSummary["sections"]) =>
		sections.find((section) => section.heading === heading)?.items ?? 0;
	const usual = (heading: string) =>
		last.length === 0 ? null : median(last.map((sections) => itemsUnder(heading, sections)));
	const own = new Set(draft.map(({ heading }) => heading));
	const others = new Set(last.flat().map(({ heading }) => heading));
	return [
		...draft.map(({ heading, items }) => ({ heading, now: items, usual: usual(heading) })),
		...[...others]
			.filter((heading) => !own.has(heading))
			.map((heading) => ({ heading, now: 0, usual: usual(heading) }))
			.filter((section) => (section.usual ?? 0) > 0),
	];
}

/** The median of some numbers; 0 if there are none. */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
