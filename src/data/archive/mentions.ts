import type { IDBPTransaction, StoreNames } from "idb";
import { byLatest } from "../../core/archive/issue-label.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { relatedKey } from "../../core/links/canonical.ts";
import { database } from "../db/database.ts";
import type { ArchivedIssue, MentionRecord } from "../db/records.ts";
import type { GalleySchema } from "../db/schema.ts";
import { keyProgress, keysAfter } from "../links/link-keys.ts";
import { mentionRecordsOf } from "./mention-records.ts";

/** The mentions of an address or a related one, the latest issue first. Only reads by index. */
export async function mentionsOfLink(url: string): Promise<MentionRecord[]> {
	return (await mentionsOfLinks([url]))[0] ?? [];
}

/** The mentions of many addresses, in the order of the addresses, read in one transaction. */
export async function mentionsOfLinks(urls: readonly string[]): Promise<MentionRecord[][]> {
	const progress = await keyProgress();
	const store = (await database()).transaction("mentions").store;
	const keys = urls.map(relatedKey);
	const found = await Promise.all(keys.map((key) => store.index("key").getAll(key)));
	if (progress && !progress.done.includes("mentions")) {
		// Mentions that still have a key of older rules are found by their addresses.
		const isDone = ({ id }: MentionRecord) => id <= progress.last;
		const rest = new Map<string, MentionRecord[]>(keys.map((key) => [key, []]));
		for (const mention of await store.getAll(keysAfter(progress.last))) {
			rest.get(relatedKey(mention.url))?.push(mention);
		}
		for (const [at, key] of keys.entries()) {
			found[at] = [...(found[at] ?? []).filter(isDone), ...(rest.get(key) ?? [])];
		}
	}
	return found.map((mentions) => mentions.sort(byLatest));
}

/**
 * Replaces the stored mentions of an issue by those it now has, or removes them when `archived` is null.
 * Call it in the transaction that changes the issue, so that archive and mentions always agree.
 */
export async function keepMentions<Names extends StoreNames<GalleySchema>[]>(
	transaction: IDBPTransaction<GalleySchema, Names, "readwrite">,
	issueId: string,
	archived: ArchivedIssue | null,
): Promise<void> {
	const mentions = transaction.objectStore("mentions");
	const before = await mentions.index("issue").getAll(issueId);
	const after = archived ? mentionRecordsOf(archived) : [];
	const kept = new Set(after.map(({ id }) => id));
	const known = new Map(before.map((mention) => [mention.id, mention]));
	// Only what differs is written: clips wait for this transaction, and most mentions stay the same.
	await Promise.all([
		...before.filter(({ id }) => !kept.has(id)).map(({ id }) => mentions.delete(id)),
		...after
			.filter((mention) => !sameJson(mention, known.get(mention.id)))
			.map(async (mention) => mentions.put(mention)),
	]);
}
