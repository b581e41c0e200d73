import { deleteDB, openDB } from "idb";

/** Stores the files of a local Git repository by path. */
export interface RepositoryFileStore {
	paths(): Promise<string[]>;
	read(path: string): Promise<Uint8Array | undefined>;
	/** Writes and removes files in one transaction. */
	write(files: ReadonlyMap<string, Uint8Array>, removed: ReadonlySet<string>): Promise<void>;
}

const STORE = "files";

/** Stores the files of a repository in a database of its own. */
export function databaseFileStore(connectionId: string): RepositoryFileStore {
	const name = `${REPOSITORY_DATABASE}${connectionId}`;
	const open = () => openDB(name, 1, { upgrade: (opened) => void opened.createObjectStore(STORE) });

	async function withDatabase<T>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>) {
		const database = await open();
		try {
			return await work(database);
		} finally {
			database.close();
		}
	}

	return {
		paths: () => withDatabase(async (database) => (await database.getAllKeys(STORE)).map(String)),
		read: (path) => withDatabase((database) => database.get(STORE, path)),
		write: (files, removed) =>
			withDatabase(async (database) => {
				const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
				for (const path of removed) void transaction.store.delete(path);
				for (const [path, content] of files) void transaction.store.put(content, path);
				await transaction.done;
			}),
	};
}

/** The prefix of the names of all databases that store repositories. */
const REPOSITORY_DATABASE = "galley-repository-";

/** Deletes the repositories of all connections except those with the given ids. */
export async function keepRepositories(connectionIds: readonly string[]): Promise<void> {
	const kept = new Set(connectionIds.map((id) => REPOSITORY_DATABASE + id));
	for (const { name = "" } of await indexedDB.databases()) {
		if (name.startsWith(REPOSITORY_DATABASE) && !kept.has(name)) await deleteDB(name);
	}
}
