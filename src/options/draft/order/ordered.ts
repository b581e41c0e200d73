import { computed, type ReadonlySignal } from "@preact/signals";
import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import type { ItemRecord } from "../../../data/db/records.ts";
import { getOrCreate } from "../../signals/get-or-create.ts";
import type { Order } from "./places.ts";

/** Items as the page shows them: by section, in order. */
export interface Ordered {
	/** Sorted by position. Items of different sections are mixed. */
	readonly items: ReadonlySignal<readonly ItemRecord[]>;
	/**
	 * All sections in the order of the issue. Sections that the style no longer has are at the end. Hidden
	 * sections are included only if they contain items.
	 */
	readonly order: ReadonlySignal<readonly Order[]>;
	/** The ids of the items of one section. The array stays the same object while the ids are the same. */
	in(section: string): ReadonlySignal<readonly string[]>;
}

const NONE: readonly string[] = [];

export function createOrdered(
	items: ReadonlySignal<readonly ItemRecord[]>,
	style: ReadonlySignal<HouseStyle>,
): Ordered {
	const order = computed(() => orderOf(items.value, style.value));
	const bySection = new Map<string, ReadonlySignal<readonly string[]>>();
	return {
		items,
		order,
		in(section) {
			return getOrCreate(bySection, section, () => {
				let last = NONE;
				return computed(() => {
					const now = order.value.find((part) => part.section === section)?.items ?? NONE;
					last = sameList(last, now) ? last : now;
					return last;
				});
			});
		},
	};
}

function orderOf(items: readonly ItemRecord[], style: HouseStyle): Order[] {
	const lists = new Map<string, string[]>(style.sections.map(({ id }) => [id, []]));
	for (const { id, section } of items) {
		const list = lists.get(section) ?? [];
		list.push(id);
		lists.set(section, list);
	}
	const hidden = new Set(style.sections.filter((one) => one.hidden).map(({ id }) => id));
	return [...lists]
		.filter(([section, ids]) => ids.length > 0 || !hidden.has(section))
		.map(([section, ids]) => ({ section, items: ids }));
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((id, index) => id === other[index]);
}
