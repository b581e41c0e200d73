import type { IDBPTransaction, StoreNames } from "idb";
import type { Database, GalleySchema } from "../schema.ts";

/** The transaction in which an older database becomes one of this version. */
export type Upgrade = IDBPTransaction<GalleySchema, StoreNames<GalleySchema>[], "versionchange">;

export type Upgrades = readonly ((database: Database, upgrade: Upgrade) => Promise<void> | void)[];
