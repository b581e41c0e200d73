/** The whole content of a database at one moment, as plain JSON. */
export interface Snapshot {
	version: number;
	stores: Record<string, unknown[]>;
}

/**
 * Runs in a page of Galley. Reads the whole database in one transaction, using only the browser's own
 * interface, so that an error in Galley's storage code cannot be hidden. Rejects if the database does not
 * exist or cannot be opened.
 */
export async function readDatabase(name: string): Promise<Snapshot> {
	const answer = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const opening = indexedDB.open(name);
	// Otherwise, opening a missing database would create it.
	opening.onupgradeneeded = () => opening.transaction?.abort();
	const database = await answer(opening);
	const names = [...database.objectStoreNames];
	const transaction = database.transaction(names);
	const stores = await Promise.all(
		names.map(async (store) => [store, await answer(transaction.objectStore(store).getAll())]),
	);
	const { version } = database;
	database.close();
	return { version, stores: Object.fromEntries(stores) };
}
