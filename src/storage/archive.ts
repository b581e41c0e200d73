import { database } from "./database.ts";
import type { ArchivedIssue } from "./records.ts";

/** The numbers of all published issues, lowest first, read from the index alone. */
export async function publishedNumbers(): Promise<number[]> {
	const index = (await database()).transaction("archive").store.index("number");
	const numbers: number[] = [];
	for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue()) {
		numbers.push(cursor.key);
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
