import type { IDBPTransaction } from "idb";
import type { RecordRef } from "./records.ts";
import type { GalleySchema } from "./schema.ts";

/** The key under which this browser's state of sharing is stored. */
export const SHARE_STATE = "state";

/** The stores whose records are shared. In "settings", only the house style is shared. */
const SHARED_STORES: ReadonlySet<string> = new Set(["drafts", "items", "sponsors", "settings"]);

type Writing = IDBPTransaction<GalleySchema, ("outbox" | "sharing")[], "readwrite">;

/** A transaction that includes the "sharing" store. */
interface WithSharing {
	objectStore(name: "sharing"): { getKey(key: string): Promise<string | undefined> };
}

/** Whether drafts are shared, read inside a transaction. */
export async function isSharing(transaction: WithSharing): Promise<boolean> {
	return (await transaction.objectStore("sharing").getKey(SHARE_STATE)) !== undefined;
}

/** Records inside a transaction that a record has changed and must be sent to the branch. */
export async function addToOutbox(
	transaction: Pick<Writing, "objectStore">,
	{ kind, id }: RecordRef,
): Promise<void> {
	await transaction.objectStore("outbox").put({ kind, id, mark: crypto.randomUUID() });
}

/** Whether a record of a store may be shared with others. */
export function mayBeShared({ kind, id }: RecordRef): boolean {
	return SHARED_STORES.has(kind) && (kind !== "settings" || id === "style");
}
