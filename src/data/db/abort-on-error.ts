import type { IDBPTransaction, StoreNames } from "idb";
import type { GalleySchema } from "./schema.ts";

/**
 * Runs `work` and waits for the commit. If anything fails, the transaction is aborted. Otherwise, it would
 * commit the part that was done before the error.
 */
export async function abortOnError<T, Names extends StoreNames<GalleySchema>[]>(
	transaction: IDBPTransaction<GalleySchema, Names, "readwrite">,
	work: () => Promise<T>,
): Promise<T> {
	try {
		const result = await work();
		await transaction.done;
		return result;
	} catch (error) {
		try {
			transaction.abort();
		} catch {
			// The browser has already aborted it, and `error` says why.
		}
		await transaction.done.catch(() => {});
		throw error;
	}
}
