/**
 * Records what Galley has acknowledged, and what is in progress. After the browser was killed, acknowledged
 * actions must be stored exactly once. An action in progress may be stored or not, but never partly.
 */
import type { DraftRecord, HistoryEntry, ItemRecord } from "../../src/data/db/records.ts";
import { compare, settle } from "./compare.ts";
import {
	ABSENT,
	type DraftText,
	factOf,
	type ItemFact,
	type ItemState,
	nothingKnown,
	orderOf,
	stateOf,
} from "./known.ts";
import type { Snapshot } from "./snapshot.ts";

/** Called when Galley says that the action is done. */
type Acknowledge = () => void;

export interface Facts {
	/** The items of an owner that exist, without any action in progress. */
	of(owner: string): ItemFact[];
	/** Starts to add an item with a link. */
	clip(owner: string, state: Omit<ItemState, "there">): Acknowledge;
	/** Starts to add an empty item. Its id is passed when it is acknowledged. */
	add(owner: string, section: string): (id: string) => ItemFact;
	/** Starts to change parts of an item. */
	change(item: ItemFact, to: Partial<ItemState>): Acknowledge;
	/** Starts to move an item within its section or to another one. The section is passed at the end. */
	move(item: ItemFact, sections: readonly string[]): (section: string) => void;
	/** Starts to write a text of the current draft. */
	write(field: DraftText, text: string): Acknowledge;
	/** Starts to import issues, by number. */
	take(issues: ReadonlyMap<number, string>): Acknowledge;
	/** Starts to undo a change. Nothing else may be in progress. */
	undo(entry: HistoryEntry): Acknowledge;
	/** Records the order of an owner's items as Galley showed it: ids by section. */
	saw(owner: string, order: Readonly<Record<string, readonly string[]>>): void;
	/** Compares with the stored records. Returns sentences about errors, or none. */
	check(snapshot: Snapshot): string[];
	/** Updates the facts from the stored records, which show the result of actions in progress. */
	settle(snapshot: Snapshot): void;
	/** The number of acknowledged changes, and of facts compared by `check`. */
	readonly count: { acknowledged: number; compared: number };
}

export function createFacts(): Facts {
	const known = nothingKnown();
	const { items, texts, issues, adding, orders } = known;
	const count = { acknowledged: 0, compared: 0 };

	function acknowledge(): void {
		count.acknowledged += 1;
	}

	/** Removes an item from the orders, because its position is unknown for now. */
	function misplace(item: ItemFact): void {
		for (const [name, order] of orders) {
			orders.set(
				name,
				order.filter((other) => other !== item),
			);
		}
	}

	function toEnd(item: ItemFact): void {
		misplace(item);
		const name = orderOf(item.owner, item.possible[0].section);
		orders.set(name, [...(orders.get(name) ?? []), item]);
	}

	function begin(item: ItemFact, to: Partial<ItemState>): Acknowledge {
		const [before] = item.possible;
		const after = { ...before, ...to };
		item.possible = [before, after];
		return () => {
			item.possible = [after];
			// An item that enters a section goes to its end, unless `saw` reports another order.
			if (after.there && (!before.there || after.section !== before.section)) toEnd(item);
			acknowledge();
		};
	}

	function undo({ replacements }: HistoryEntry): Acknowledge {
		const steps: (() => void)[] = [];
		for (const { store, key, before, after } of replacements) {
			if (store === "items") {
				const fact = factOf(known, (before ?? after) as ItemRecord);
				if (!fact) continue;
				fact.id = key;
				misplace(fact);
				const [now] = fact.possible;
				const then = before ? stateOf(before as ItemRecord) : ABSENT;
				fact.possible = [now, then];
				steps.push(() => {
					fact.possible = [then];
				});
			}
			if (store === "drafts" && before) {
				for (const field of ["intro", "footer"] as const) {
					const then = (before as DraftRecord)[field];
					texts[field] = [texts[field][0], then];
					steps.push(() => {
						texts[field] = [then];
					});
				}
			}
		}
		return () => {
			for (const step of steps) step();
			acknowledge();
		};
	}

	return {
		count,
		of: (owner) =>
			[...items].filter(
				({ owner: whose, possible: [only, ...more] }) =>
					whose === owner && only.there && more.length === 0,
			),
		clip(owner, state) {
			const item: ItemFact = { owner, id: null, possible: [{ ...ABSENT, url: state.url }] };
			items.add(item);
			return begin(item, { ...state, there: true });
		},
		add(owner, section) {
			const one = { owner, section };
			adding.add(one);
			return (id) => {
				adding.delete(one);
				const item: ItemFact = {
					owner,
					id,
					possible: [{ there: true, section, note: "", url: null }],
				};
				items.add(item);
				toEnd(item);
				acknowledge();
				return item;
			};
		},
		change: begin,
		move(item, sections) {
			const [before] = item.possible;
			item.possible = [before, ...sections.map((section) => ({ ...before, section }))];
			return (section) => {
				item.possible = [{ ...before, section }];
				acknowledge();
			};
		},
		write(field, text) {
			texts[field] = [texts[field][0], text];
			return () => {
				texts[field] = [text];
				acknowledge();
			};
		},
		take(taken) {
			for (const [number, text] of taken) issues.set(number, { text, acknowledged: false });
			return () => {
				for (const [number, text] of taken) issues.set(number, { text, acknowledged: true });
				acknowledge();
			};
		},
		undo,
		saw(owner, order) {
			for (const [section, ids] of Object.entries(order)) {
				const own = ids.flatMap((id) =>
					[...items].filter((item) => item.owner === owner && item.id === id),
				);
				orders.set(orderOf(owner, section), own);
			}
		},
		check(snapshot) {
			const { wrong, compared } = compare(known, snapshot);
			count.compared += compared;
			return wrong;
		},
		settle: (snapshot) => settle(known, snapshot),
	};
}
