import type { ItemRecord } from "../../src/data/db/records.ts";
import {
	ABSENT,
	draftIn,
	factOf,
	factsInOrder,
	type ItemFact,
	type ItemState,
	type Known,
	orderOf,
	stateOf,
} from "./known.ts";
import type { Snapshot } from "./snapshot.ts";
import { itemsIn } from "./whole.ts";

/**
 * Compares the known facts with the stored records. Returns sentences about errors, and the number of facts
 * compared. An action in progress may have been stored or not.
 */
export function compare(known: Known, snapshot: Snapshot): { wrong: string[]; compared: number } {
	let compared = 0;
	const { items, adding } = known;
	const wrong: string[] = [];
	const loose = [...adding];
	const seen = new Map<ItemFact, ItemRecord[]>();
	for (const record of itemsIn(snapshot)) {
		const fact = factOf(known, record);
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
		if (fact.possible.length === 1) compared += 1;
	}
	for (const part of [compareTexts, compareIssues, compareOrders]) {
		const told = part(known, snapshot);
		wrong.push(...told.wrong);
		compared += told.compared;
	}
	return { wrong, compared };
}

function compareTexts({ texts }: Known, snapshot: Snapshot) {
	let compared = 0;
	const draft = draftIn(snapshot);
	const wrong = (["intro", "footer"] as const).flatMap((field) => {
		if (texts[field].length === 1) compared += 1;
		const now = draft?.[field] ?? "";
		if (texts[field].includes(now)) return [];
		return [`The ${field} is “${now}” instead of “${texts[field].join("” or “")}”`];
	});
	return { wrong, compared };
}

function compareIssues({ issues }: Known, { stores }: Snapshot) {
	let compared = 0;
	const archive = (stores.archive ?? []) as { number: number; text: string }[];
	const wrong: string[] = [];
	for (const { number, text } of archive) {
		const issue = issues.get(number);
		if (!issue) wrong.push(`Nobody imported issue ${number}`);
		else if (issue.text !== text) wrong.push(`Issue ${number} has another text`);
	}
	for (const [number, { acknowledged }] of issues) {
		if (!acknowledged) continue;
		compared += 1;
		if (!archive.some((issue) => issue.number === number)) {
			wrong.push(`Issue ${number} was imported and is not in the archive`);
		}
	}
	return { wrong, compared };
}

function compareOrders(known: Known, snapshot: Snapshot) {
	const wrong: string[] = [];
	for (const [name, order] of known.orders) {
		const settled = order.filter(
			({ possible: [only, ...more] }) => only.there && more.length === 0,
		);
		const stored = factsInOrder(known, snapshot, name).filter((fact) => settled.includes(fact));
		if (stored.length === settled.length && stored.every((fact, at) => fact === settled[at]))
			continue;
		const notes = (facts: ItemFact[]) => facts.map(({ possible: [{ note }] }) => note).join(" | ");
		wrong.push(`The order of ${name} is ${notes(stored)} instead of ${notes(settled)}`);
	}
	return { wrong, compared: known.orders.size };
}

/**
 * Updates the known facts from the stored records, which show whether an action in progress was completed.
 */
export function settle(known: Known, snapshot: Snapshot): void {
	const { items, texts, issues, adding, orders } = known;
	const records = new Map<ItemFact, ItemRecord>();
	for (const record of itemsIn(snapshot)) {
		let fact = factOf(known, record);
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
		// It was being added, and was not stored.
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
	for (const name of names) orders.set(name, factsInOrder(known, snapshot, name));
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
