/**
 * What Galley has said to be done, and what is under way: the one has to be there after the
 * browser was killed, once; the other may or may not be, but never in part.
 */
import type { DraftRecord, HistoryEntry, ItemRecord } from "../../src/storage/records.ts";
import type { Snapshot } from "./snapshot.ts";
import { currentDraftId, inSections, itemsIn } from "./whole.ts";

/** What an item says. One that is not there has been deleted, or was never made. */
export interface ItemState {
	there: boolean;
	section: string;
	note: string;
	/** Its one link; no two items have the same. */
	url: string | null;
}

/** What is known of one item. */
export interface ItemFact {
	/** Who changes it, and nobody else does. */
	readonly owner: string;
	/** Its id, as far as it has been seen. */
	id: string | null;
	/** The state that was acknowledged, and behind it what a change under way would make of it. */
	possible: [ItemState, ...ItemState[]];
}

export type DraftText = "intro" | "footer";

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

const ABSENT: ItemState = { there: false, section: "", note: "", url: null };

export function createFacts(): Facts {
	const items = new Set<ItemFact>();
	const texts: Record<DraftText, [string, ...string[]]> = { intro: [""], footer: [""] };
	const issues = new Map<number, { text: string; acknowledged: boolean }>();
	/** Empty items that are being added: who adds them, and where. */
	const adding = new Set<{ owner: string; section: string }>();
	const orders = new Map<string, ItemFact[]>();
	const count = { acknowledged: 0, compared: 0 };

	const orderOf = (owner: string, section: string) => `${owner}/${section}`;

	function acknowledge(): void {
		count.acknowledged += 1;
	}

	function toEnd(item: ItemFact): void {
		for (const [name, order] of orders) {
			orders.set(
				name,
				order.filter((other) => other !== item),
			);
		}
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

	function factOf(record: ItemRecord): ItemFact | undefined {
		const urls = record.links.map(({ url }) => url);
		return [...items].find(
			({ id, possible }) =>
				id === record.id || possible.some(({ url }) => url !== null && urls.includes(url)),
		);
	}

	function undo({ replacements }: HistoryEntry): Acknowledge {
		const steps: (() => void)[] = [];
		for (const { store, key, before, after } of replacements) {
			if (store === "items") {
				const fact = factOf((before ?? after) as ItemRecord);
				if (!fact) continue;
				fact.id = key;
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

	function check(snapshot: Snapshot): string[] {
		const wrong: string[] = [];
		const loose = [...adding];
		const seen = new Map<ItemFact, ItemRecord[]>();
		for (const record of itemsIn(snapshot)) {
			const fact = factOf(record);
			if (fact) seen.set(fact, [...(seen.get(fact) ?? []), record]);
			else if (record.deletedAt === null) {
				const at = loose.findIndex(({ section }) => section === record.section && isEmpty(record));
				if (at === -1) wrong.push(`Nobody made item ${record.id}: ${told(stateOf(record))}`);
				else loose.splice(at, 1);
			}
		}
		for (const fact of items) {
			const records = seen.get(fact) ?? [];
			const live = records.filter(({ deletedAt }) => deletedAt === null);
			if (live.length > 1) wrong.push(`Twice there: ${told(fact.possible[0])}`);
			const record = live[0] ?? records[0];
			const state = record ? stateOf(record) : ABSENT;
			if (!fact.possible.some((may) => same(may, state))) {
				wrong.push(`An item is ${told(state)} instead of ${fact.possible.map(told).join(" or ")}`);
			}
			if (fact.possible.length === 1) count.compared += 1;
		}
		wrong.push(...checkTexts(snapshot), ...checkIssues(snapshot), ...checkOrders(snapshot));
		return wrong;
	}

	function checkTexts(snapshot: Snapshot): string[] {
		const draft = draftIn(snapshot);
		return (["intro", "footer"] as const).flatMap((field) => {
			if (texts[field].length === 1) count.compared += 1;
			const now = draft?.[field] ?? "";
			if (texts[field].includes(now)) return [];
			return [`The ${field} is “${now}” instead of “${texts[field].join("” or “")}”`];
		});
	}

	function checkIssues({ stores }: Snapshot): string[] {
		const archive = (stores.archive ?? []) as { number: number; text: string }[];
		const wrong: string[] = [];
		for (const { number, text } of archive) {
			const issue = issues.get(number);
			if (!issue) wrong.push(`Nobody imported issue ${number}`);
			else if (issue.text !== text) wrong.push(`Issue ${number} has another text`);
		}
		for (const [number, { acknowledged }] of issues) {
			if (!acknowledged) continue;
			count.compared += 1;
			if (!archive.some((issue) => issue.number === number)) {
				wrong.push(`Issue ${number} was imported and is not in the archive`);
			}
		}
		return wrong;
	}

	function checkOrders(snapshot: Snapshot): string[] {
		const wrong: string[] = [];
		for (const [name, order] of orders) {
			const known = order.filter(
				({ possible: [only, ...more] }) => only.there && more.length === 0,
			);
			const stored = factsInOrder(snapshot, name).filter((fact) => known.includes(fact));
			if (stored.length === known.length && stored.every((fact, at) => fact === known[at]))
				continue;
			const notes = (facts: ItemFact[]) =>
				facts.map(({ possible: [{ note }] }) => note).join(" | ");
			wrong.push(`The order of ${name} is ${notes(stored)} instead of ${notes(known)}`);
		}
		return wrong;
	}

	/** Known items of an owner in a section of the current draft, by place. */
	function factsInOrder(snapshot: Snapshot, name: string): ItemFact[] {
		const [owner, section] = name.split("/");
		const stored = inSections(snapshot).get(`${currentDraftId(snapshot)}/${section}`) ?? [];
		return stored
			.map(factOf)
			.filter((fact) => fact !== undefined && fact.owner === owner) as ItemFact[];
	}

	function settle(snapshot: Snapshot): void {
		const records = new Map<ItemFact, ItemRecord>();
		for (const record of itemsIn(snapshot)) {
			let fact = factOf(record);
			if (!fact && record.deletedAt === null) {
				const added = [...adding].find(({ section }) => section === record.section);
				if (!added) continue;
				adding.delete(added);
				fact = { owner: added.owner, id: record.id, possible: [stateOf(record)] };
				items.add(fact);
			}
			if (fact) records.set(fact, record);
		}
		for (const fact of items) {
			const record = records.get(fact);
			// What was under way and is not there never was.
			if (!record) items.delete(fact);
			else {
				fact.id = record.id;
				fact.possible = [stateOf(record)];
			}
		}
		adding.clear();
		const draft = draftIn(snapshot);
		texts.intro = [draft?.intro ?? ""];
		texts.footer = [draft?.footer ?? ""];
		const numbers = new Set(
			((snapshot.stores.archive ?? []) as { number: number }[]).map(({ number }) => number),
		);
		for (const [number, issue] of issues) {
			if (numbers.has(number)) issue.acknowledged = true;
			else issues.delete(number);
		}
		const names = new Set(
			[...items].map(({ owner, possible: [{ section }] }) => orderOf(owner, section)),
		);
		orders.clear();
		for (const name of names) orders.set(name, factsInOrder(snapshot, name));
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
				const known = ids.flatMap((id) =>
					[...items].filter((item) => item.owner === owner && item.id === id),
				);
				orders.set(orderOf(owner, section), known);
			}
		},
		check,
		settle,
	};
}

function draftIn(snapshot: Snapshot): DraftRecord | undefined {
	const current = currentDraftId(snapshot);
	return ((snapshot.stores.drafts ?? []) as DraftRecord[]).find(({ id }) => id === current);
}

function stateOf({ deletedAt, section, note, links }: ItemRecord): ItemState {
	return { there: deletedAt === null, section, note, url: links[0]?.url ?? null };
}

function isEmpty({ note, links }: ItemRecord): boolean {
	return note === "" && links.length === 0;
}

function same(one: ItemState, other: ItemState): boolean {
	if (!one.there || !other.there) return one.there === other.there;
	return one.section === other.section && one.note === other.note && one.url === other.url;
}

function told({ there, section, note, url }: ItemState): string {
	return there ? `“${note}” ${url ?? "without a link"} in ${section}` : "not there";
}
