import type { IDBPTransaction, StoreNames } from "idb";
import { linkKey } from "../links/canonical.ts";
import { database, type GalleySchema } from "./database.ts";
import { mentionRecordsOf } from "./mention-records.ts";
import type { ArchivedIssue, MentionRecord } from "./records.ts";

/** Where an address ran, in any spelling of it, the latest issue first; read by index alone. */
export async function mentionsOfLink(url: string): Promise<MentionRecord[]> {
	const found = await (await database()).getAllFromIndex("mentions", "key", linkKey(url));
	return found.sort((a, b) => b.number - a.number);
}

/**
 * Makes the kept mentions of an issue those it has, in the transaction that changes the issue;
 * none when `archived` is null. So the archive and its mentions can never differ.
 */
export async function keepMentions<Names extends StoreNames<GalleySchema>[]>(
	transaction: IDBPTransaction<GalleySchema, Names, "readwrite">,
	issueId: string,
	archived: ArchivedIssue | null,
): Promise<void> {
	const mentions = transaction.objectStore("mentions");
	for (const key of await mentions.index("issue").getAllKeys(issueId)) await mentions.delete(key);
	for (const mention of archived ? mentionRecordsOf(archived) : []) await mentions.put(mention);
}
