import type { IssueSummary } from "./summary.ts";

/** The `count` hosts to which the most items link, with the numbers of these items. */
export function mostLinkedHosts(
	summaries: readonly IssueSummary[],
	count: number,
): { host: string; items: number }[] {
	const totals = new Map<string, number>();
	for (const { hosts } of summaries) {
		for (const [host, items] of Object.entries(hosts)) {
			totals.set(host, (totals.get(host) ?? 0) + items);
		}
	}
	return [...totals]
		.map(([host, items]) => ({ host, items }))
		.sort((a, b) => b.items - a.items || (a.host < b.host ? -1 : 1))
		.slice(0, count);
}
