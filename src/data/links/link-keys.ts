import rules from "virtual:link-rules";
import type { IDBPTransaction } from "idb";
import { linkKey, relatedKey } from "../../core/links/canonical.ts";
import { database } from "../db/database.ts";
import type { DerivedRecord, LinkRecord } from "../db/records.ts";
import type { GalleySchema } from "../db/schema.ts";

/*
 * The keys that mentions and items are looked up by follow the rules for addresses. A Galley with
 * other rules computes them anew, some at a time, and goes on where it was stopped. Until that is done,
 * those that still have an old key are found by their addresses.
 */

/** How far it has come: the stores that are done, and the last record of the one under way. */
interface KeyProgress {
	done: readonly RenewedStore[];
	last: string;
}

const RENEWED = ["typed", "items", "mentions"] as const;

type RenewedStore = (typeof RENEWED)[number];

/** Records of one transaction: a page that waits for it waits some milliseconds. */
const AT_ONCE = 250;

/** The related keys of links, each once: what an item is looked up by. */
export function keysOf(links: readonly LinkRecord[]): string[] {
	return [...new Set(links.map(({ url }) => relatedKey(url)))];
}

/** How far the keys follow the rules of this Galley; null once all do. */
export async function keyProgress(): Promise<KeyProgress | null> {
	return progressOf(await (await database()).get("derived", "linkKeys"));
}

function progressOf(record: DerivedRecord | undefined): KeyProgress | null {
	const progress = record?.value as KeyProgress | undefined;
	if (!progress || record?.basis !== rules.basis) return { done: [], last: "" };
	return progress.done.length === RENEWED.length ? null : progress;
}

/** Computes the keys anew that do not follow the rules of this Galley; resolves when all do. */
export async function renewLinkKeys(): Promise<void> {
	while (await renewSome());
}

/** One transaction of it. False when there is nothing left to do. */
export async function renewSome(): Promise<boolean> {
	const transaction = (await database()).transaction(
		["typed", "items", "mentions", "derived"],
		"readwrite",
	);
	const derived = transaction.objectStore("derived");
	const progress = progressOf(await derived.get("linkKeys"));
	const store = RENEWED.find((name) => !progress?.done.includes(name));
	if (progress && store) {
		const last = await RENEWALS[store](transaction, progress.last);
		const done = last === "" ? [...progress.done, store] : progress.done;
		await derived.put({ key: "linkKeys", basis: rules.basis, value: { done, last } });
	}
	await transaction.done;
	return progress !== null;
}

type Renewing = IDBPTransaction<
	GalleySchema,
	("typed" | "items" | "mentions" | "derived")[],
	"readwrite"
>;

/** What is done with the next records after `last`; each resolves to the last of them, or "" at the end. */
const RENEWALS: Record<RenewedStore, (renewing: Renewing, last: string) => Promise<string>> = {
	async typed(renewing) {
		const store = renewing.objectStore("typed");
		for (const typed of await store.getAll()) {
			// The keys of old were addresses without their scheme, as those of today are.
			const key = linkKey(`https://${typed.key}`);
			if (key === typed.key || (await store.getKey(key)) !== undefined) continue;
			await store.delete(typed.key);
			await store.put({ ...typed, key });
		}
		return "";
	},
	async items(renewing, last) {
		const store = renewing.objectStore("items");
		const items = await store.getAll(after(last), AT_ONCE);
		for (const item of items) await store.put({ ...item, keys: keysOf(item.links) });
		return nextAfter(items);
	},
	async mentions(renewing, last) {
		const store = renewing.objectStore("mentions");
		const mentions = await store.getAll(after(last), AT_ONCE);
		for (const mention of mentions) {
			const key = relatedKey(mention.url);
			if (key !== mention.key) await store.put({ ...mention, key });
		}
		return nextAfter(mentions);
	},
};

/** The records behind an id; all of them behind none. */
export function after(id: string): IDBKeyRange | null {
	return id === "" ? null : IDBKeyRange.lowerBound(id, true);
}

function nextAfter(records: readonly { id: string }[]): string {
	return records.length < AT_ONCE ? "" : (records.at(-1)?.id ?? "");
}
