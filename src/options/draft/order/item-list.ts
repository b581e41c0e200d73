import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { madeOnce } from "../../signals/made-once.ts";
import type { Ordered } from "./ordered.ts";
import { createSelection, type Selection } from "./selection.ts";

/** What a "Move to…" menu is about, and the control it belongs to. */
interface MenuFor {
	ids: readonly string[];
	/** The id of the element that it was opened from, which gets the focus back. */
	anchor: string;
}

/** A list of items that keys lead through: the draft's, or the shelf's. */
export interface ItemList extends Omit<Ordered, "items"> {
	readonly name: "draft" | "shelf";
	readonly selection: Selection;
	/** The "Move to…" menu that is open; null when none is. */
	readonly menu: ReadonlySignal<MenuFor | null>;
	openMenu(menu: MenuFor | null): void;
	/**
	 * The item of a section that Tab stops at: the one that had the focus last, else the first.
	 * Arrow keys lead to the others, so that the way past thirty items is one key.
	 */
	stopIn(section: string): ReadonlySignal<string | null>;
}

/** @param current the item that had the focus last, on whichever list */
export function createItemList(
	name: ItemList["name"],
	ordered: Ordered,
	current: ReadonlySignal<string | null>,
): ItemList {
	const menu = signal<MenuFor | null>(null);
	const stops = new Map<string, ReadonlySignal<string | null>>();
	return {
		name,
		order: ordered.order,
		in: ordered.in,
		selection: createSelection(ordered.order),
		menu,
		openMenu(now) {
			menu.value = now;
		},
		stopIn(section) {
			const ids = ordered.in(section);
			return madeOnce(stops, section, () =>
				computed(() => {
					const last = current.value;
					return last !== null && ids.value.includes(last) ? last : (ids.value[0] ?? null);
				}),
			);
		},
	};
}
