import type { IDBPTransaction, StoreNames } from "idb";
import { database } from "./database.ts";
import type { GalleySchema } from "./schema.ts";

/** A transaction that only reads some stores. */
export type ReadTransaction = IDBPTransaction<GalleySchema, StoreNames<GalleySchema>[]>;

/** Starts a transaction that reads some stores, all in their state at one moment. */
export async function readTransaction(
	stores: readonly StoreNames<GalleySchema>[],
): Promise<ReadTransaction> {
	return (await database()).transaction([...stores]);
}
