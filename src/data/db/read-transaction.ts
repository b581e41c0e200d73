import type { IDBPTransaction, StoreNames } from "idb";
import { database } from "./database.ts";
import type { GalleySchema } from "./schema.ts";

/** A transaction in which some stores are read. */
export type ReadTransaction = IDBPTransaction<GalleySchema, StoreNames<GalleySchema>[]>;

/** Begins to read some stores, all as they are at one moment. */
export async function readTransaction(
	stores: readonly StoreNames<GalleySchema>[],
): Promise<ReadTransaction> {
	return (await database()).transaction([...stores]);
}
