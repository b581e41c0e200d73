/** The known state of the draft and the archive while they are being changed. */
import type { DraftRecord, ItemRecord } from "../../src/data/db/records.ts";
import type { Snapshot } from "./snapshot.ts";
import { currentDraftId, inSections } from "./whole.ts";

/** The words of an item. `there` is false if it has been deleted or was never added. */
export interface ItemState {
	there: boolean;
	section: string;
	note: string;
	/** Its only link; no two items have the same one. */
	url: string | null;
}

/** The known facts about one item. */
export interface ItemFact {
	/** The only user who changes it. */
	readonly owner: string;
	/** Its id, if it has already been shown. */
	id: string | null;
	/** The acknowledged state, followed by the states that changes in progress would give it. */
	possible: [ItemState, ...ItemState[]];
}

export type DraftText = "intro" | "footer";

export interface Known {
	readonly items: Set<ItemFact>;
	/** The acknowledged text, followed by the one that is being written. */
	readonly texts: Record<DraftText, [string, ...string[]]>;
	/** Issues by number, acknowledged or being imported. */
	readonly issues: Map<number, { text: string; acknowledged: boolean }>;
	/** Empty items that are being added, with their owner and section. */
	readonly adding: Set<{ owner: string; section: string }>;
	/** The items of an owner in a section, in order, by `orderOf`. */
	readonly orders: Map<string, ItemFact[]>;
}

export const ABSENT: ItemState = { there: false, section: "", note: "", url: null };

export function nothingKnown(): Known {
	return {
		items: new Set(),
		texts: { intro: [""], footer: [""] },
		issues: new Map(),
		adding: new Set(),
		orders: new Map(),
	};
}

export function orderOf(owner: string, section: string): string {
	return `${owner}/${section}`;
}

/** The fact about a record. */
export function factOf({ items }: Known, { id, links }: ItemRecord): ItemFact | undefined {
	const urls = links.map(({ url }) => url);
	return [...items].find(
		(fact) => fact.id === id || fact.possible.some(({ url }) => url !== null && urls.includes(url)),
	);
}

/** Known items of an owner in a section of the current draft, in order of place. */
export function factsInOrder(known: Known, snapshot: Snapshot, order: string): ItemFact[] {
	const [owner, section] = order.split("/");
	const stored = inSections(snapshot).get(`${currentDraftId(snapshot)}/${section}`) ?? [];
	return stored
		.map((record) => factOf(known, record))
		.filter((fact) => fact !== undefined)
		.filter((fact) => fact.owner === owner);
}

export function draftIn(snapshot: Snapshot): DraftRecord | undefined {
	const current = currentDraftId(snapshot);
	return ((snapshot.stores.drafts ?? []) as DraftRecord[]).find(({ id }) => id === current);
}

export function stateOf({ deletedAt, section, note, links }: ItemRecord): ItemState {
	return { there: deletedAt === null, section, note, url: links[0]?.url ?? null };
}
