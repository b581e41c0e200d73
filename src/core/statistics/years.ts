import type { IssueSummary } from "./summary.ts";

/** The number of items in each section for each year. */
interface SectionsByYear {
	/** The sections with the most items first. `null` is the sum of all others and comes last. */
	headings: (string | null)[];
	/** The years, the earliest first, with `items` in the order of `headings`. */
	years: { year: string; items: number[] }[];
}

/** More sections could not be distinguished in one column. */
const MAX_SECTIONS = 5;

/** Counts the items of sections by year. Years without an issue and issues without a date are left out. */
export function sectionsByYear(summaries: readonly IssueSummary[]): SectionsByYear {
	const totals = new Map<string, number>();
	const byYear = new Map<string, Map<string, number>>();
	for (const { issueDate, sections } of summaries) {
		if (issueDate === null) continue;
		const name = issueDate.slice(0, 4);
		const year = byYear.get(name) ?? new Map<string, number>();
		byYear.set(name, year);
		for (const { heading, items } of sections) {
			totals.set(heading, (totals.get(heading) ?? 0) + items);
			year.set(heading, (year.get(heading) ?? 0) + items);
		}
	}
	const ranked = [...totals].sort((a, b) => b[1] - a[1]).map(([heading]) => heading);
	const shown = ranked.length > MAX_SECTIONS + 1 ? ranked.slice(0, MAX_SECTIONS) : ranked;
	const others = ranked.slice(shown.length);
	const sum = (year: ReadonlyMap<string, number>, headings: readonly string[]) =>
		headings.reduce((all, heading) => all + (year.get(heading) ?? 0), 0);
	return {
		headings: others.length > 0 ? [...shown, null] : shown,
		years: [...byYear]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([year, counts]) => ({
				year,
				items: [
					...shown.map((heading) => sum(counts, [heading])),
					...(others.length > 0 ? [sum(counts, others)] : []),
				],
			})),
	};
}
