import type { IDBPTransaction, StoreNames } from "idb";
import type { Database, GalleySchema } from "../schema.ts";

/** The transaction that upgrades an older database to this version. */
export type Upgrade = IDBPTransaction<GalleySchema, StoreNames<GalleySchema>[], "versionchange">;

export type Upgrades = readonly ((database: Database, upgrade: Upgrade) => Promise<void> | void)[];
