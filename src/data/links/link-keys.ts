import rules from "virtual:link-rules";
import type { IDBPTransaction } from "idb";
import { linkKey, relatedKey } from "../../core/links/canonical.ts";
import { database } from "../db/database.ts";
import type { DerivedRecord, LinkRecord } from "../db/records.ts";
import type { GalleySchema } from "../db/schema.ts";

/*
 * Mentions and items are found by keys that follow the rules for addresses. When a version of Galley has
 * other rules, the keys are computed again in several transactions, and the work continues after an
 * interruption. Until it is complete, records with an old key are found by their addresses.
 */

/** The progress: the stores that are complete, and the last record in the store being processed. */
interface KeyProgress {
	done: readonly RenewedStore[];
	last: string;
}

const RENEWED = ["typed", "items", "mentions"] as const;

type RenewedStore = (typeof RENEWED)[number];

/** Records in one transaction. A page that waits for it waits only some milliseconds. */
const AT_ONCE = 250;

/** The related keys of links without duplicates. Items are found by these keys. */
export function keysOf(links: readonly LinkRecord[]): string[] {
	return [...new Set(links.map(({ url }) => relatedKey(url)))];
}

/** How far the keys have been computed with the present rules; null when all are complete. */
export async function keyProgress(): Promise<KeyProgress | null> {
	return progressOf(await (await database()).get("derived", "linkKeys"));
}

function progressOf(record: DerivedRecord | undefined): KeyProgress | null {
	const progress = record?.value as KeyProgress | undefined;
	if (!progress || record?.basis !== rules.basis) return { done: [], last: "" };
	return progress.done.length === RENEWED.length ? null : progress;
}

/** Computes all keys again that follow older rules. Resolves when all are complete. */
export async function renewLinkKeys(): Promise<void> {
	while (await renewSome());
}

/** Does one transaction of the work. Resolves to false when there was nothing left to do. */
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

/**
 * Process the next records after `last`. Each resolves to the id of the last one processed, or "" at the
 * end.
 */
const RENEWALS: Record<RenewedStore, (renewing: Renewing, last: string) => Promise<string>> = {
	async typed(renewing) {
		const store = renewing.objectStore("typed");
		for (const typed of await store.getAll()) {
			// Old and new keys are both addresses without their scheme.
			const key = linkKey(`https://${typed.key}`);
			if (key === typed.key || (await store.getKey(key)) !== undefined) continue;
			await store.delete(typed.key);
			await store.put({ ...typed, key });
		}
		return "";
	},
	async items(renewing, last) {
		const store = renewing.objectStore("items");
		const items = await store.getAll(keysAfter(last), AT_ONCE);
		for (const item of items) await store.put({ ...item, keys: keysOf(item.links) });
		return nextAfter(items);
	},
	async mentions(renewing, last) {
		const store = renewing.objectStore("mentions");
		const mentions = await store.getAll(keysAfter(last), AT_ONCE);
		for (const mention of mentions) {
			const key = relatedKey(mention.url);
			if (key !== mention.key) await store.put({ ...mention, key });
		}
		return nextAfter(mentions);
	},
};

/** The range of records after an id; null, for all records, if the id is empty. */
export function keysAfter(id: string): IDBKeyRange | null {
	return id === "" ? null : IDBKeyRange.lowerBound(id, true);
}

function nextAfter(records: readonly { id: string }[]): string {
	return records.length < AT_ONCE ? "" : (records.at(-1)?.id ?? "");
}
