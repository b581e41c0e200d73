import { computed, type ReadonlySignal } from "@preact/signals";
import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import type { ItemRecord } from "../../../data/db/records.ts";
import { madeOnce } from "../../signals/made-once.ts";
import type { Order } from "./places.ts";

/** Items as they stand on the page: by sections, in order. */
export interface Ordered {
	/** In order of place; sections are mixed. */
	readonly items: ReadonlySignal<readonly ItemRecord[]>;
	/**
	 * Every section in the order it is written, those the style no longer has at the end; hidden
	 * ones only while something is in them.
	 */
	readonly order: ReadonlySignal<readonly Order[]>;
	/** The items of one section; the same array as long as they are the same items. */
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
			return madeOnce(bySection, section, () => {
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
