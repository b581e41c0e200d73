import type { IDBPTransaction, StoreNames } from "idb";
import { INTERVAL_ISSUES } from "../../core/calendar/interval.ts";
import type { GalleySchema } from "../db/schema.ts";

/** The dates of the latest archived issues, as `2019-12-15`, the latest first. Only keys are read. */
export async function recentDatesIn<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<string[]> {
	const dates: string[] = [];
	let cursor = await transaction
		.objectStore("archive")
		.index("sortKey")
		.openKeyCursor(null, "prev");
	while (cursor && cursor.key[0] !== "" && dates.length < INTERVAL_ISSUES) {
		dates.push(cursor.key[0]);
		cursor = await cursor.continue();
	}
	return dates;
}
