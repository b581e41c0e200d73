import type { IDBPTransaction } from "idb";
import type { RecordRef } from "./records.ts";
import type { GalleySchema } from "./schema.ts";

/** Where what this machine knows of the branch is kept in its store. */
export const SHARE_STATE = "state";

/** The stores whose records are shared. Of the settings, the house style is. */
const SHARED_STORES: ReadonlySet<string> = new Set(["drafts", "items", "sponsors", "settings"]);

type Writing = IDBPTransaction<GalleySchema, ("outbox" | "sharing")[], "readwrite">;

/** A transaction that the store with the state of sharing is in. */
interface WithSharing {
	objectStore(name: "sharing"): { getKey(key: string): Promise<string | undefined> };
}

/** Whether drafts are shared, as a transaction has it. */
export async function isSharing(transaction: WithSharing): Promise<boolean> {
	return (await transaction.objectStore("sharing").getKey(SHARE_STATE)) !== undefined;
}

/** Notes in a transaction that a record has changed: it has to be brought to the branch. */
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
