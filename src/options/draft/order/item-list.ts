import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { getOrCreate } from "../../signals/get-or-create.ts";
import type { Ordered } from "./ordered.ts";
import { createSelection, type Selection } from "./selection.ts";

/** The items that a "Move to…" menu moves, and the control that opened it. */
interface MenuFor {
	ids: readonly string[];
	/** The id of the element that opened the menu. It gets the focus when the menu closes. */
	anchor: string;
}

/** A list of items that can be used with the keyboard: that of the draft or that of the shelf. */
export interface ItemList extends Omit<Ordered, "items"> {
	readonly name: "draft" | "shelf";
	readonly selection: Selection;
	/** The open "Move to…" menu; null if none is open. */
	readonly menu: ReadonlySignal<MenuFor | null>;
	openMenu(menu: MenuFor | null): void;
	/**
	 * The item of a section that is in the Tab order: the last one that had the focus, else the first.
	 * Arrow keys move to the others, so one press of Tab leaves the list.
	 */
	stopIn(section: string): ReadonlySignal<string | null>;
}

/** @param current the item that had the focus last, in either list */
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
			return getOrCreate(stops, section, () =>
				computed(() => {
					const last = current.value;
					return last !== null && ids.value.includes(last) ? last : (ids.value[0] ?? null);
				}),
			);
		},
	};
}
