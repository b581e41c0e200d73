import type { IDBPTransaction } from "idb";
import type { UndoableStore } from "./records.ts";
import type { GalleySchema } from "./schema.ts";

/** What a change may touch, and where it is remembered. */
export type ChangedStore = UndoableStore | "mentions" | "history" | "outbox" | "sharing";

/** The transaction of one change, and that of Undo and Redo. */
export type ChangeTransaction = IDBPTransaction<GalleySchema, ChangedStore[], "readwrite">;
