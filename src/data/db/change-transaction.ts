import type { IDBPTransaction } from "idb";
import type { UndoableStore } from "./records.ts";
import type { GalleySchema } from "./schema.ts";

/** The stores that a change may write, including the history and the outbox. */
export type ChangedStore = UndoableStore | "mentions" | "history" | "outbox" | "sharing";

/** The transaction of a change, of Undo or of Redo. */
export type ChangeTransaction = IDBPTransaction<GalleySchema, ChangedStore[], "readwrite">;
