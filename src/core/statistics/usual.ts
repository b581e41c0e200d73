import type { IssueSummary } from "./summary.ts";

/** How many items a section has now, and usually has. */
export interface AgainstUsual {
	heading: string;
	now: number;
	/** The median of the last issues; null when there are none. */
	usual: number | null;
}

/** So many issues say what is usual; what was before them was another time. */
export const LAST_ISSUES = 10;

/**
 * The draft against what is usual: its sections in their order, then those that most of the last
 * issues had and it has not.
 *
 * @param draft the headings of the draft's sections, with how many items each has
 * @param last the sections of the last issues
 */
export function againstUsual(
	draft: IssueSummary["sections"],
	last: readonly IssueSummary["sections"][],
): AgainstUsual[] {
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

/** The middle of some numbers, or between the two in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
