import { generateKeyBetween } from "fractional-indexing";
import type { ItemRecord } from "./records.ts";

/**
 * The items that have to move a little so that no two of a section stand in the same place, as
 * those do that were added at the end of it in two browsers. Nothing can be put between two such.
 */
export function apart(items: readonly ItemRecord[]): ItemRecord[] {
	const sections = new Map<string, ItemRecord[]>();
	for (const item of items) {
		const name = JSON.stringify([item.draftId, item.section]);
		sections.set(name, [...(sections.get(name) ?? []), item]);
	}
	return [...sections.values()].flatMap(apartInSection);
}

function apartInSection(items: readonly ItemRecord[]): ItemRecord[] {
	const order = [...items].sort(
		(a, b) => compare(a.place, b.place) || a.createdAt - b.createdAt || compare(a.id, b.id),
	);
	const moved: ItemRecord[] = [];
	let last: string | null = null;
	for (const [at, item] of order.entries()) {
		if (last === null || item.place > last) {
			last = item.place;
			continue;
		}
		const next = order.slice(at).find(({ place }) => place > item.place)?.place ?? null;
		last = generateKeyBetween(last, next);
		moved.push({ ...item, place: last });
	}
	return moved;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
