/**
 * The rules that are true for any database after any actions and interruptions: every record is complete,
 * and records with the same information agree.
 */
import { isDeepStrictEqual } from "node:util";
import { generateKeyBetween } from "fractional-indexing";
import * as v from "valibot";
import { linkKey } from "../../src/core/links/canonical.ts";
import { mentionRecordsOf } from "../../src/data/archive/mention-records.ts";
import type {
	ArchivedIssue,
	HistoryEntry,
	ItemRecord,
	MentionRecord,
	Replacement,
} from "../../src/data/db/records.ts";
import type { Snapshot } from "./snapshot.ts";

const Time = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A time, or the value for "never". */
const Perhaps = v.union([Time, v.literal(0), v.null()]);
const Id = v.pipe(v.string(), v.minLength(1));
const Link = v.object({ url: v.pipe(v.string(), v.minLength(1)), title: v.string() });
const Changed = v.record(v.string(), Time);

/** The fields that every complete record has. A record may have more fields. */
const RECORDS: Record<string, v.GenericSchema> = {
	drafts: v.object({
		id: Id,
		number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
		issueDate: v.nullable(v.pipe(v.string(), v.isoDate())),
		publishedAt: v.pipe(v.string(), v.minLength(1)),
		intro: v.string(),
		footer: v.string(),
		createdAt: Time,
		publishedTime: Perhaps,
		changed: Changed,
	}),
	items: v.object({
		id: Id,
		draftId: Id,
		note: v.string(),
		links: v.array(Link),
		keys: v.array(v.string()),
		section: Id,
		place: v.pipe(v.string(), v.check(isPlace, "no fractional index")),
		createdAt: Time,
		deletedAt: v.nullable(Time),
		changed: Changed,
	}),
	archive: v.object({
		id: Id,
		number: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
		path: Id,
		text: Id,
		issue: v.object({ parts: v.array(v.unknown()) }),
		style: v.object({ sections: v.array(v.unknown()) }),
		archivedAt: Time,
	}),
	settings: v.object({ key: Id, value: v.unknown() }),
	typed: v.object({ key: Id, url: v.string(), note: v.string(), typedAt: Time }),
	history: v.object({
		id: Time,
		kind: Id,
		field: v.nullable(v.string()),
		at: Time,
		undone: v.boolean(),
		replacements: v.pipe(
			v.array(v.object({ store: Id, key: Id })),
			v.minLength(1, "nothing replaced"),
		),
	}),
};

/** The `draftId` of an item that waits for a later issue. */
const SHELF = "shelf";

/** Whether a place before and after it can be computed. */
function isPlace(place: string): boolean {
	try {
		generateKeyBetween(place, null);
		return true;
	} catch {
		return false;
	}
}

/** Items that are not deleted, in order of place, by draft and section. */
export function inSections(snapshot: Snapshot): Map<string, ItemRecord[]> {
	const sections = new Map<string, ItemRecord[]>();
	for (const item of itemsIn(snapshot)) {
		if (item.deletedAt !== null) continue;
		const name = `${item.draftId}/${item.section}`;
		sections.set(name, [...(sections.get(name) ?? []), item]);
	}
	for (const items of sections.values()) items.sort((a, b) => compare(a.place, b.place));
	return sections;
}

/** The id of the current draft, or null if there is none yet. */
export function currentDraftId({ stores }: Snapshot): string | null {
	const settings = (stores.settings ?? []) as { key: string; value: unknown }[];
	const found = settings.find(({ key }) => key === "currentDraft")?.value;
	return typeof found === "string" ? found : null;
}

export function itemsIn({ stores }: Snapshot): ItemRecord[] {
	return (stores.items ?? []) as ItemRecord[];
}

/** The errors as sentences; empty if there are none. */
export function wrongIn(snapshot: Snapshot): string[] {
	const incomplete = Object.entries(RECORDS).flatMap(([store, schema]) =>
		(snapshot.stores[store] ?? []).flatMap((record) => incompleteness(store, schema, record)),
	);
	// The other rules need complete records.
	if (incomplete.length > 0) return incomplete;
	return [
		...wrongDrafts(snapshot),
		...wrongItems(snapshot),
		...wrongArchive(snapshot),
		...wrongHistory(snapshot),
	];
}

function incompleteness(store: string, schema: v.GenericSchema, record: unknown): string[] {
	const { issues } = v.safeParse(schema, record);
	return (issues ?? []).map(
		(issue) => `Half a record in ${store}: ${v.getDotPath(issue) ?? ""} ${issue.message}`,
	);
}

function wrongDrafts(snapshot: Snapshot): string[] {
	const ids = new Set(draftIds(snapshot));
	const current = currentDraftId(snapshot);
	const wrong: string[] = [];
	if (current === null ? ids.size > 0 : !ids.has(current)) {
		wrong.push(`The current draft is ${current}, which is none of ${[...ids].join(", ")}`);
	}
	for (const { id, draftId } of itemsIn(snapshot)) {
		if (draftId !== SHELF && !ids.has(draftId)) {
			wrong.push(`Item ${id} is in a draft ${draftId} that is not there`);
		}
	}
	return wrong;
}

function draftIds({ stores }: Snapshot): string[] {
	return ((stores.drafts ?? []) as { id: string }[]).map(({ id }) => id);
}

function wrongItems(snapshot: Snapshot): string[] {
	const wrong: string[] = [];
	for (const { id, links, keys } of itemsIn(snapshot)) {
		const expected = [...new Set(links.map(({ url }) => linkKey(url)))];
		if (!isDeepStrictEqual(keys, expected)) {
			wrong.push(`Half an item: ${id} has links ${expected.join()} and keys ${keys.join()}`);
		}
	}
	for (const [section, items] of inSections(snapshot)) {
		const places = items.map(({ place }) => place);
		if (new Set(places).size < places.length) {
			wrong.push(`Two items stand at one place in ${section}: ${places.join(" ")}`);
		}
	}
	return wrong;
}

function wrongArchive({ stores }: Snapshot): string[] {
	const archive = (stores.archive ?? []) as ArchivedIssue[];
	const numbers = archive.map(({ number }) => number);
	const wrong = numbers
		.filter((number, at) => numbers.indexOf(number) !== at)
		.map((number) => `Issue ${number} is in the archive twice`);
	const kept = (stores.mentions ?? []) as MentionRecord[];
	const byId = new Map(kept.map((mention) => [mention.id, mention]));
	for (const expected of archive.flatMap(mentionRecordsOf)) {
		if (!isDeepStrictEqual(byId.get(expected.id), expected)) {
			wrong.push(`Half an issue: mention ${expected.id} is missing or another`);
		}
		byId.delete(expected.id);
	}
	for (const id of byId.keys()) wrong.push(`Mention ${id} is of no issue in the archive`);
	return wrong;
}

/**
 * Only the last changes in the history may be undone. Items must be in the state that the last change not
 * undone gave them, or in which the first undone change found them.
 */
function wrongHistory(snapshot: Snapshot): string[] {
	const history = [...((snapshot.stores.history ?? []) as HistoryEntry[])].sort(
		(a, b) => (a.id ?? 0) - (b.id ?? 0),
	);
	const wrong: string[] = [];
	const firstUndone = history.findIndex(({ undone }) => undone);
	if (firstUndone !== -1 && history.slice(firstUndone).some(({ undone }) => !undone)) {
		wrong.push("A change stands that was made after one that is undone");
	}
	const standing = new Map<string, Replacement>();
	const taken = new Map<string, Replacement>();
	for (const { undone, replacements } of history) {
		for (const replacement of replacements.filter(({ store }) => store === "items")) {
			if (!undone) standing.set(replacement.key, replacement);
			else if (!taken.has(replacement.key)) taken.set(replacement.key, replacement);
		}
	}
	const items = new Map(itemsIn(snapshot).map((item) => [item.id, item]));
	for (const key of new Set([...standing.keys(), ...taken.keys()])) {
		const item = items.get(key);
		const undone = taken.get(key);
		const left = undone ? undone.before : standing.get(key)?.after;
		const isLeft = left ? isAlike(item, left) : isUnmade(item, undone?.after);
		if (!isLeft) wrong.push(`Item ${key} is not as its history leaves it`);
	}
	return wrong;
}

/** Whether an item whose creation was undone is unchanged except for being deleted. */
function isUnmade(item: ItemRecord | undefined, made: Replacement["after"]): boolean {
	if (!item || item.deletedAt === null) return false;
	return isAlike({ ...item, deletedAt: null }, { ...made, deletedAt: null });
}

/** Whether two records are equal except for the times of changes, because Undo sets new times. */
function isAlike(one: object | undefined, other: object): boolean {
	return isDeepStrictEqual({ ...one, changed: {} }, { ...other, changed: {} });
}

/** In the order of code units, as required for fractional indexes. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
