import { abortOnError } from "../db/abort-on-error.ts";
import { change } from "../db/change.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { removeArchived } from "./archive-changes.ts";
import { archivePageIn } from "./archive-order.ts";
import { keepMentions } from "./mentions.ts";
import { withSortKey } from "./sort-key.ts";

/** An issue that is about to be added to the archive by an import. */
export type NewIssue = Omit<ArchivedIssue, "id" | "archivedAt" | "readAt" | "sortKey">;

/**
 * Writes imported issues and their mentions in one transaction. An issue with the same id is replaced. If
 * it fails, none of them is written.
 */
export async function writeToArchive(
	issues: readonly (NewIssue & Pick<ArchivedIssue, "id">)[],
): Promise<void> {
	const transaction = (await database()).transaction(["archive", "mentions"], "readwrite", {
		durability: "strict",
	});
	const write = async (issue: ArchivedIssue) => {
		// Waiting once for all writes is several times faster than waiting for each one.
		await Promise.all([
			transaction.objectStore("archive").put(issue),
			keepMentions(transaction, issue.id, issue),
		]);
	};
	await abortOnError(transaction, () =>
		Promise.all(issues.map((issue) => write(asRead({ ...issue, archivedAt: Date.now() })))),
	);
	announce(["archive", "mentions"]);
}

/** The record of an issue whose text has just been parsed. */
export function asRead(issue: Omit<ArchivedIssue, "readAt" | "sortKey">): ArchivedIssue {
	return withSortKey({ ...issue, readAt: Date.now() });
}

/** Removes an issue and its mentions from the archive. Can be undone. */
export function removeFromArchive(id: string): Promise<void> {
	return change("removeArchived", null, (edit) => removeArchived(edit, id));
}

/** The numbers of published issues, starting at `from`, the lowest first. Only the index is read. */
export async function publishedNumbers(from = 0): Promise<number[]> {
	return publishedNumbersFrom(await readTransaction(["archive"]), from);
}

/** Does the same inside a transaction. */
export async function publishedNumbersFrom(
	reading: ReadTransaction,
	from: number,
): Promise<number[]> {
	const index = reading.objectStore("archive").index("number");
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
 * Published issues, the latest first: `count` of them after the first `skip`. For lists that are read one
 * page at a time.
 */
export async function publishedFrom(skip: number, count: number): Promise<ArchivedIssue[]> {
	const transaction = (await database()).transaction("archive");
	const ids = await archivePageIn(transaction, skip, count);
	const issues = await Promise.all(ids.map((id) => transaction.store.get(id)));
	return issues.filter((issue) => issue !== undefined);
}

/** The published issue with this id, or null. */
export async function archivedIssue(id: string): Promise<ArchivedIssue | null> {
	return (await (await database()).get("archive", id)) ?? null;
}

/** The published issues with these ids. Ids that no longer exist are left out. */
export async function archivedIssues(ids: readonly string[]): Promise<ArchivedIssue[]> {
	const { store } = (await database()).transaction("archive");
	const issues = await Promise.all(ids.map((id) => store.get(id)));
	return issues.filter((issue) => issue !== undefined);
}

/** When the text of each published issue was last parsed, by id. Only an index is read. */
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
