/**
 * What Galley has said to be done, and what is under way: the one has to be there after the
 * browser was killed, once; the other may or may not be, but never in part.
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

/** To be called when Galley says that it is done. */
type Acknowledge = () => void;

export interface Facts {
	/** Items of an owner that are there, with nothing under way. */
	of(owner: string): ItemFact[];
	/** Begins to add an item that has a link. */
	clip(owner: string, state: Omit<ItemState, "there">): Acknowledge;
	/** Begins to add an empty item, whose id is told at the acknowledgement. */
	add(owner: string, section: string): (id: string) => ItemFact;
	/** Begins to change parts of an item. */
	change(item: ItemFact, to: Partial<ItemState>): Acknowledge;
	/** Begins to move an item within its section or to another; which one is told in the end. */
	move(item: ItemFact, sections: readonly string[]): (section: string) => void;
	/** Begins to write a text of the current draft. */
	write(field: DraftText, text: string): Acknowledge;
	/** Begins to import issues, by number. */
	take(issues: ReadonlyMap<number, string>): Acknowledge;
	/** Begins to take back a change. Nothing else may be under way. */
	undo(entry: HistoryEntry): Acknowledge;
	/** Takes note of the ids of an owner's items as Galley showed them, in order, by section. */
	saw(owner: string, order: Readonly<Record<string, readonly string[]>>): void;
	/** Compares with what is stored. Sentences about what is wrong; none when all is well. */
	check(snapshot: Snapshot): string[];
	/** Goes on from what is stored: what was under way is now known. */
	settle(snapshot: Snapshot): void;
	/** Changes acknowledged so far, and facts compared by `check`. */
	readonly count: { acknowledged: number; compared: number };
}

export function createFacts(): Facts {
	const known = nothingKnown();
	const { items, texts, issues, adding, orders } = known;
	const count = { acknowledged: 0, compared: 0 };

	function acknowledge(): void {
		count.acknowledged += 1;
	}

	/** Takes an item out of the orders: where it stands is not known for now. */
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
			// Whatever comes into a section goes to its end, unless `saw` tells otherwise.
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
