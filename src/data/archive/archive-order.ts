import type { IDBPTransaction, StoreNames } from "idb";
import { database } from "../db/database.ts";
import type { GalleySchema } from "../db/schema.ts";

/** Of this share of the issues, a date or a number must be known for the archive to be ordered by it. */
const MOST = 9 / 10;

/** Where the issues without a date stand in the index of sort keys. */
const undated = () => IDBKeyRange.upperBound(["", Number.POSITIVE_INFINITY, ""]);

/** The ids of all archived issues in the archive's order, the latest first. */
export async function archivedIds(): Promise<string[]> {
	return orderIn((await database()).transaction("archive"));
}

/**
 * The same in a transaction: by date where nine in ten issues have one, else by number, else by
 * name. The others stand behind the issue whose file comes before theirs by name. Only keys are
 * read.
 */
export async function orderIn<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<string[]> {
	const archive = transaction.objectStore("archive");
	const [all, numbered, withoutDate, byPath] = await Promise.all([
		archive.index("sortKey").getAllKeys(),
		archive.index("number").getAllKeys(),
		archive.index("sortKey").count(undated()),
		archive.index("path").getAllKeys(),
	]);
	const dated = all.slice(withoutDate);
	const enough = (ids: readonly string[]) => ids.length >= all.length * MOST;
	const ordered = enough(dated) ? dated : enough(numbered) ? numbered : byPath;
	return withOthers(ordered, byPath).reverse();
}

/**
 * The ids of `count` issues in the archive's order, after the first `skip`. Where all have a date,
 * as they usually do, no others are looked at.
 */
export async function archivePageIn<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(
	transaction: IDBPTransaction<GalleySchema, Names, Mode>,
	skip: number,
	count: number,
): Promise<string[]> {
	const byDate = transaction.objectStore("archive").index("sortKey");
	if ((await byDate.getKey(undated())) !== undefined) {
		return (await orderIn(transaction)).slice(skip, skip + count);
	}
	const ids: string[] = [];
	let cursor = await byDate.openKeyCursor(null, "prev");
	if (skip > 0) cursor = (await cursor?.advance(skip)) ?? null;
	while (cursor && ids.length < count) {
		ids.push(cursor.primaryKey);
		cursor = await cursor.continue();
	}
	return ids;
}

/** All of `byPath`: those in `ordered` in that order, each of the others behind its neighbor by path. */
function withOthers(ordered: readonly string[], byPath: readonly string[]): string[] {
	if (ordered.length === byPath.length) return [...ordered];
	const known = new Set(ordered);
	const behind = new Map<string | null, string[]>();
	let neighbor: string | null = null;
	for (const id of byPath) {
		if (known.has(id)) neighbor = id;
		else behind.set(neighbor, [...(behind.get(neighbor) ?? []), id]);
	}
	return [...(behind.get(null) ?? []), ...ordered.flatMap((id) => [id, ...(behind.get(id) ?? [])])];
}
