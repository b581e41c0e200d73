/** A position that items can be moved to: before another item of a section, or at its end. */
export interface ItemPlace {
	section: string;
	before: string | null;
}

/** A section and its items, in order. */
export interface Order {
	section: string;
	items: readonly string[];
}

/**
 * One position up for items that move together and are adjacent afterwards: above the item before the
 * first of them. From the top of a section, the end of the section before. Null at the very top.
 */
export function placeAbove(order: readonly Order[], ids: readonly string[]): ItemPlace | null {
	const first = inOrder(order, ids)[0] ?? "";
	const at = sectionOf(order, first);
	const here = order[at];
	if (!here) return null;
	const above = here.items[here.items.indexOf(first) - 1];
	if (above !== undefined) return { section: here.section, before: above };
	const previous = order[at - 1];
	if (previous) return { section: previous.section, before: null };
	return placeIfMoved(order, ids, { section: here.section, before: first });
}

/** One position down. From the end of a section, the top of the next. Null at the very end. */
export function placeBelow(order: readonly Order[], ids: readonly string[]): ItemPlace | null {
	const last = inOrder(order, ids).at(-1) ?? "";
	const at = sectionOf(order, last);
	const here = order[at];
	if (!here) return null;
	const index = here.items.indexOf(last);
	if (index < here.items.length - 1) {
		return { section: here.section, before: here.items[index + 2] ?? null };
	}
	const next = order[at + 1];
	if (next) return { section: next.section, before: next.items[0] ?? null };
	return placeIfMoved(order, ids, { section: here.section, before: null });
}

/** The end of the section before, or the top of the next; null if there is no such section. */
export function placeInSection(
	order: readonly Order[],
	ids: readonly string[],
	direction: "up" | "down",
): ItemPlace | null {
	const all = inOrder(order, ids);
	const at = sectionOf(order, (direction === "up" ? all[0] : all.at(-1)) ?? "");
	const other = at === -1 ? undefined : order[direction === "up" ? at - 1 : at + 1];
	if (!other) return null;
	const before = direction === "up" ? null : (other.items[0] ?? null);
	return { section: other.section, before };
}

/** Returns `place` if moving the items there changes anything. */
function placeIfMoved(
	order: readonly Order[],
	ids: readonly string[],
	place: ItemPlace,
): ItemPlace | null {
	return isSamePlace(order, ids, place) ? null : place;
}

/** The order after the items have moved to a place, adjacent and in their present order. */
export function orderAfterMove(
	order: readonly Order[],
	ids: readonly string[],
	place: ItemPlace,
): Order[] {
	const moved = inOrder(order, ids);
	const { before } = anchorOf(order, ids, place);
	return order.map(({ section, items }) => {
		const others = items.filter((id) => !moved.includes(id));
		if (section !== place.section) return { section, items: others };
		const at = before === null ? others.length : others.indexOf(before);
		return { section, items: [...others.slice(0, at), ...moved, ...others.slice(at)] };
	});
}

/** True if moving the items to `place` would not change their order. */
export function isSamePlace(
	order: readonly Order[],
	ids: readonly string[],
	place: ItemPlace,
): boolean {
	const now = orderAfterMove(order, ids, place);
	return order.every(({ items }, at) => items.join() === now[at]?.items.join());
}

/** The same place, but given by an item that does not move: the first such item after it. */
export function anchorOf(
	order: readonly Order[],
	ids: readonly string[],
	place: ItemPlace,
): ItemPlace {
	const items = order.find(({ section }) => section === place.section)?.items ?? [];
	const at = place.before === null ? -1 : items.indexOf(place.before);
	const staying = at === -1 ? undefined : items.slice(at).find((id) => !ids.includes(id));
	return { section: place.section, before: staying ?? null };
}

/** The item that gets the focus when these are removed: the next one, else the one before. */
export function neighborOf(order: readonly Order[], ids: readonly string[]): string | null {
	const last = inOrder(order, ids).at(-1) ?? "";
	const items = order[sectionOf(order, last)]?.items ?? [];
	const index = items.indexOf(last);
	const stays = (id: string) => !ids.includes(id);
	return items.slice(index).find(stays) ?? items.slice(0, index).findLast(stays) ?? null;
}

/** The items that exist in the list, in their present order. */
export function inOrder(order: readonly Order[], ids: readonly string[]): string[] {
	const wanted = new Set(ids);
	return order.flatMap(({ items }) => items.filter((id) => wanted.has(id)));
}

function sectionOf(order: readonly Order[], id: string): number {
	return order.findIndex(({ items }) => items.includes(id));
}
