import type { IDBPTransaction, StoreNames } from "idb";
import { database } from "../db/database.ts";
import type { GalleySchema } from "../db/schema.ts";

/** The archive is ordered by date, or by number, only if at least this share of the issues has one. */
const MOST = 9 / 10;

/** The range of issues without a date in the index of sort keys. */
const undated = () => IDBKeyRange.upperBound(["", Number.POSITIVE_INFINITY, ""]);

/** The ids of all archived issues, the latest first. */
export async function archivedIds(): Promise<string[]> {
	return orderIn((await database()).transaction("archive"));
}

/**
 * Does the same inside a transaction. The order is by date if nine in ten issues have one, else by number
 * under the same condition, else by path. Issues without the date or number follow the issue whose path
 * precedes theirs. Only keys are read.
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
 * The ids of `count` issues, the latest first, after the first `skip`. If all issues have a date, as is
 * usual, only these are read.
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

/**
 * All ids of `byPath`: those in `ordered` keep that order, and each of the others follows its neighbor by
 * path.
 */
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
