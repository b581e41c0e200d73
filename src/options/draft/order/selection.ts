import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { getOrCreate } from "../../signals/get-or-create.ts";
import { inOrder, type Order } from "./places.ts";

/** The items of a list that are selected for an action on all of them. */
export interface Selection {
	/** In the order of the list. */
	readonly ids: ReadonlySignal<readonly string[]>;
	readonly any: ReadonlySignal<boolean>;
	/** Whether an item is selected. Each item has its own signal, so that only that item is drawn again. */
	has(id: string): ReadonlySignal<boolean>;
	/** Selects or deselects an item. A range starts from it. */
	toggle(id: string): void;
	/** Selects everything from the last toggled item to this one, and deselects the rest. */
	extendTo(id: string): void;
	/** Selects all items of a section, or deselects them if all are selected. */
	toggleSection(section: string): void;
	clear(): void;
	/**
	 * The items that an action on this item applies to: the selection if the item is in it, else the item.
	 */
	around(id: string): readonly string[];
	/** Deselects items that leave the list, until the returned function is called. */
	follow(): () => void;
}

export function createSelection(order: ReadonlySignal<readonly Order[]>): Selection {
	const selected = signal<ReadonlySet<string>>(new Set());
	const byId = new Map<string, Signal<boolean>>();
	/** Where a range starts. */
	let anchor: string | null = null;

	const ids = computed(() => inOrder(order.value, [...selected.value]));

	function select(now: ReadonlySet<string>): void {
		const before = selected.peek();
		batch(() => {
			selected.value = now;
			for (const id of before) if (!now.has(id)) has(id).value = false;
			for (const id of now) if (!before.has(id)) has(id).value = true;
		});
	}

	function has(id: string): Signal<boolean> {
		return getOrCreate(byId, id, () => signal(selected.peek().has(id)));
	}

	return {
		ids,
		any: computed(() => ids.value.length > 0),
		has,
		toggle(id) {
			const now = new Set(selected.peek());
			if (!now.delete(id)) now.add(id);
			anchor = id;
			select(now);
		},
		extendTo(id) {
			const all = order.peek().flatMap(({ items }) => items);
			anchor ??= id;
			const from = Math.max(all.indexOf(anchor), 0);
			const to = all.indexOf(id);
			select(new Set(all.slice(Math.min(from, to), Math.max(from, to) + 1)));
		},
		toggleSection(section) {
			const items = order.peek().find((part) => part.section === section)?.items ?? [];
			const now = new Set(selected.peek());
			const all = items.every((id) => now.has(id));
			for (const id of items) {
				if (all) now.delete(id);
				else now.add(id);
			}
			anchor = items[0] ?? null;
			select(now);
		},
		clear() {
			anchor = null;
			select(new Set());
		},
		around: (id) => (selected.peek().has(id) ? ids.peek() : [id]),
		follow: () =>
			effect(() => {
				const there = new Set(order.value.flatMap(({ items }) => items));
				const now = [...selected.peek()].filter((id) => there.has(id));
				if (now.length < selected.peek().size) select(new Set(now));
				if (anchor !== null && !there.has(anchor)) anchor = null;
			}),
	};
}
