import { change } from "../db/change.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { removeArchived } from "./archive-changes.ts";
import { keepMentions } from "./mentions.ts";

/**
 * Adds an issue from elsewhere, with its mentions, in one transaction. An issue with its number
 * that is there already stays as it is: "same" when its text is the same, else "otherText".
 */
export async function addToArchive(
	issue: Omit<ArchivedIssue, "id" | "archivedAt">,
): Promise<"added" | "same" | "otherText"> {
	const transaction = (await database()).transaction(["archive", "mentions"], "readwrite", {
		durability: "strict",
	});
	const archive = transaction.objectStore("archive");
	const there = await archive.index("number").get(issue.number);
	if (!there) {
		const added = { ...issue, id: `imported-${issue.number}`, archivedAt: Date.now() };
		await archive.put(added);
		await keepMentions(transaction, added.id, added);
	}
	await transaction.done;
	if (!there) announce(["archive", "mentions"]);
	if (there) return there.text === issue.text ? "same" : "otherText";
	return "added";
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

/** The published issue with the highest number, or null before the first. */
export async function latestPublished(): Promise<ArchivedIssue | null> {
	const index = (await database()).transaction("archive").store.index("number");
	return (await index.openCursor(null, "prev"))?.value ?? null;
}

/**
 * Published issues, the highest number first: `count` of them after the first `skip`. For lists
 * that are read a page at a time, however long the archive is.
 */
export async function publishedFrom(skip: number, count: number): Promise<ArchivedIssue[]> {
	const index = (await database()).transaction("archive").store.index("number");
	const issues: ArchivedIssue[] = [];
	let cursor = await index.openCursor(null, "prev");
	if (cursor && skip > 0) cursor = await cursor.advance(skip);
	while (cursor && issues.length < count) {
		issues.push(cursor.value);
		cursor = await cursor.continue();
	}
	return issues;
}

/** The published issue with this id, or null. */
export async function archivedIssue(id: string): Promise<ArchivedIssue | null> {
	return (await (await database()).get("archive", id)) ?? null;
}

/** The ids of all published issues, read from the keys alone. */
export async function archiveKeys(): Promise<string[]> {
	return (await database()).getAllKeys("archive");
}
