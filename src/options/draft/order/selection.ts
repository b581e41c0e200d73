import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { madeOnce } from "../../signals/made-once.ts";
import { inOrder, type Order } from "./places.ts";

/** The items of a list that are chosen to be moved, put on the shelf or deleted together. */
export interface Selection {
	/** In the order they stand in. */
	readonly ids: ReadonlySignal<readonly string[]>;
	readonly any: ReadonlySignal<boolean>;
	/** Whether an item is selected; a signal of its own, so that only that item is drawn anew. */
	has(id: string): ReadonlySignal<boolean>;
	/** Takes an item in, or out; from here a range is counted. */
	toggle(id: string): void;
	/** Selects everything from where the last item was taken in up to this one, and nothing else. */
	extendTo(id: string): void;
	/** Takes in all items of a section; if they all are, takes them out. */
	toggleSection(section: string): void;
	clear(): void;
	/** What an action on this item is about: the selection if the item is in it, else the item. */
	around(id: string): readonly string[];
	/** Lets go of what leaves the list, until the returned function is called. */
	follow(): () => void;
}

export function createSelection(order: ReadonlySignal<readonly Order[]>): Selection {
	const selected = signal<ReadonlySet<string>>(new Set());
	const byId = new Map<string, Signal<boolean>>();
	/** Where a range begins. */
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
		return madeOnce(byId, id, () => signal(selected.peek().has(id)));
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
