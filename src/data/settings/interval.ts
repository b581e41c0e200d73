import type { IDBPTransaction, StoreNames } from "idb";
import { type Interval, learnInterval } from "../../core/calendar/interval.ts";
import { recentDatesIn } from "../archive/recent-dates.ts";
import type { GalleySchema } from "../db/schema.ts";

/** The interval between issues: the chosen one, or else the one derived from the archive. */
export async function intervalFrom<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<Interval> {
	const chosen = await transaction.objectStore("settings").get("interval");
	return (chosen?.value as Interval | null) ?? learnInterval(await recentDatesIn(transaction));
}
