import type { IssueSummary } from "./summary.ts";

/** All headings of the issues, those with the most items first. */
export function headingsOf(summaries: readonly IssueSummary[]): string[] {
	const counts = new Map<string, number>();
	for (const { heading, items } of summaries.flatMap(({ sections }) => sections)) {
		counts.set(heading, (counts.get(heading) ?? 0) + items);
	}
	return [...counts].sort((a, b) => b[1] - a[1]).map(([heading]) => heading);
}

/** The years of the issues, as four digits, the latest first. */
export function yearsOf(summaries: readonly IssueSummary[]): string[] {
	const years = new Set(summaries.flatMap(({ issueDate }) => issueDate?.slice(0, 4) ?? []));
	return [...years].sort().reverse();
}
