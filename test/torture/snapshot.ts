/** Everything a database holds at one moment, as plain JSON. */
export interface Snapshot {
	version: number;
	stores: Record<string, unknown[]>;
}

/**
 * Runs in a page of Galley's: reads the whole database in one transaction, by nothing but the
 * browser's own interface, so that no mistake of Galley's storage can hide itself. Rejects when
 * there is none, or when it does not open.
 */
export async function readDatabase(name: string): Promise<Snapshot> {
	const answer = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const opening = indexedDB.open(name);
	// Opening what is not there would make it.
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
