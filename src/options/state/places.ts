/** Where an item can go: before another of a section, or to its end. */
export interface Place {
	section: string;
	before: string | null;
}

/** A section and its items, in order. */
export interface Order {
	section: string;
	items: readonly string[];
}

/** One place up; from the top of a section to the end of the one before. Null at the very top. */
export function placeAbove(order: readonly Order[], id: string): Place | null {
	const at = sectionOf(order, id);
	const here = order[at];
	if (!here) return null;
	const above = here.items[here.items.indexOf(id) - 1];
	if (above !== undefined) return { section: here.section, before: above };
	const previous = order[at - 1];
	return previous ? { section: previous.section, before: null } : null;
}

/** One place down; from the end of a section to the top of the next. Null at the very end. */
export function placeBelow(order: readonly Order[], id: string): Place | null {
	const at = sectionOf(order, id);
	const here = order[at];
	if (!here) return null;
	const index = here.items.indexOf(id);
	if (index < here.items.length - 1) {
		return { section: here.section, before: here.items[index + 2] ?? null };
	}
	const next = order[at + 1];
	return next ? { section: next.section, before: next.items[0] ?? null } : null;
}

/** True when an item put at `place` would stand where it stands now. */
export function isSamePlace(order: readonly Order[], id: string, place: Place): boolean {
	const here = order[sectionOf(order, id)];
	if (here?.section !== place.section) return false;
	const next = here.items[here.items.indexOf(id) + 1] ?? null;
	return place.before === id || place.before === next;
}

/** The item that takes over the attention when this one goes: the next, else the one before. */
export function neighbour(order: readonly Order[], id: string): string | null {
	const items = order[sectionOf(order, id)]?.items ?? [];
	const index = items.indexOf(id);
	return items[index + 1] ?? items[index - 1] ?? null;
}

function sectionOf(order: readonly Order[], id: string): number {
	return order.findIndex(({ items }) => items.includes(id));
}
