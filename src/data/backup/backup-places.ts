import { generateNKeysBetween } from "fractional-indexing";
import type { ItemRecord } from "../db/records.ts";

/**
 * The items that have to move a little so that no two of a section stand in the same place, as
 * those do that were added at the end of it in two browsers. Nothing can be put between two such.
 */
export function apart(items: readonly ItemRecord[]): ItemRecord[] {
	const sections = groups(items, ({ draftId, section }) => JSON.stringify([draftId, section]));
	return sections.flatMap(apartInSection);
}

/** In each place the oldest stays; the others stand between it and the next place. */
function apartInSection(items: readonly ItemRecord[]): ItemRecord[] {
	const places = groups(items, ({ place }) => place).sort(([a], [b]) =>
		compare(a?.place ?? "", b?.place ?? ""),
	);
	return places.flatMap((together, at) => {
		const [first, ...others] = together.sort(
			(a, b) => a.createdAt - b.createdAt || compare(a.id, b.id),
		);
		if (!first || others.length === 0) return [];
		const next = places[at + 1]?.[0]?.place ?? null;
		const between = generateNKeysBetween(first.place, next, others.length);
		return others.map((item, nth) => ({ ...item, place: between[nth] ?? item.place }));
	});
}

function groups(items: readonly ItemRecord[], name: (item: ItemRecord) => string): ItemRecord[][] {
	const byName = new Map<string, ItemRecord[]>();
	for (const item of items) {
		const group = byName.get(name(item));
		if (group) group.push(item);
		else byName.set(name(item), [item]);
	}
	return [...byName.values()];
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
