import type { IDBPTransaction, StoreNames } from "idb";
import type { GalleySchema } from "./schema.ts";

/**
 * Runs `work` and waits for the commit. Whatever fails, all of it is taken back: a transaction
 * would otherwise commit what was done before the error.
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
			// Already aborted by the browser: `error` says why.
		}
		await transaction.done.catch(() => {});
		throw error;
	}
}
