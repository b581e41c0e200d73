import { change } from "../db/change.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { removeArchived } from "./archive-changes.ts";
import { orderIn } from "./archive-order.ts";
import { keepMentions } from "./mentions.ts";
import { withSortKey } from "./sort-key.ts";

/** An issue as it comes into the archive from elsewhere. */
export type NewIssue = Omit<ArchivedIssue, "id" | "archivedAt" | "readAt" | "sortKey">;

/** Adds an issue from elsewhere, with its mentions, in one transaction. Resolves to its id. */
export async function addToArchive(issue: NewIssue): Promise<string> {
	const id = await freeId(issue);
	await putIssue({ ...issue, id, archivedAt: Date.now() });
	return id;
}

/** The same in every browser that imports the same files: so that backups of two can be merged. */
async function freeId({ number, path }: NewIssue): Promise<string> {
	const store = (await database()).transaction("archive").store;
	for (const name of [number, path]) {
		const id = `imported-${name}`;
		if (name !== null && (await store.getKey(id)) === undefined) return id;
	}
	return `imported-${crypto.randomUUID()}`;
}

/** Replaces the text of an archived issue, and what was read from it, with another. */
export async function replaceInArchive(id: string, issue: NewIssue): Promise<void> {
	await putIssue({ ...issue, id, archivedAt: Date.now() });
}

async function putIssue(issue: Omit<ArchivedIssue, "readAt" | "sortKey">): Promise<void> {
	const transaction = (await database()).transaction(["archive", "mentions"], "readwrite", {
		durability: "strict",
	});
	const added = asRead(issue);
	await transaction.objectStore("archive").put(added);
	await keepMentions(transaction, added.id, added);
	await transaction.done;
	announce(["archive", "mentions"]);
}

/** An issue as it is kept once its text has just been parsed. */
export function asRead(issue: Omit<ArchivedIssue, "readAt" | "sortKey">): ArchivedIssue {
	return withSortKey({ ...issue, readAt: Date.now() });
}

/** Takes an issue out of the archive, with its mentions; Undo brings it back. */
export function removeFromArchive(id: string): Promise<void> {
	return change("removeArchived", null, (edit) => removeArchived(edit, id));
}

/** The numbers of published issues, from one on, lowest first, read from the index alone. */
export async function publishedNumbers(from = 0): Promise<number[]> {
	const index = (await database()).transaction("archive").store.index("number");
	const numbers: number[] = [];
	let cursor = await index.openKeyCursor(IDBKeyRange.lowerBound(from));
	while (cursor) {
		numbers.push(cursor.key);
		cursor = await cursor.continue();
	}
	return numbers;
}

/** The latest published issue, or null before the first. */
export async function latestPublished(): Promise<ArchivedIssue | null> {
	return (await publishedFrom(0, 1))[0] ?? null;
}

/**
 * Published issues, the latest first: `count` of them after the first `skip`. For lists that are
 * read a page at a time, however long the archive is.
 */
export async function publishedFrom(skip: number, count: number): Promise<ArchivedIssue[]> {
	const transaction = (await database()).transaction("archive");
	const ids = (await orderIn(transaction)).slice(skip, skip + count);
	const issues = await Promise.all(ids.map((id) => transaction.store.get(id)));
	return issues.filter((issue) => issue !== undefined);
}

/** The published issue with this id, or null. */
export async function archivedIssue(id: string): Promise<ArchivedIssue | null> {
	return (await (await database()).get("archive", id)) ?? null;
}

/** When the text of each published issue was parsed last, by id, read from an index alone. */
export async function archiveReadTimes(): Promise<Map<string, number>> {
	const index = (await database()).transaction("archive").store.index("read");
	const times = new Map<string, number>();
	let cursor = await index.openKeyCursor();
	while (cursor) {
		times.set(cursor.primaryKey, cursor.key);
		cursor = await cursor.continue();
	}
	return times;
}
