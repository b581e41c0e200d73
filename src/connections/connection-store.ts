import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Connection } from "./connection.ts";
import type { ConnectionFailure } from "./connection-failure.ts";

/** The state of synchronization between a connection and its host. */
export interface ConnectionProgress {
	id: string;
	/** The commit whose issues are in the archive; null before the first sync. */
	readCommit: string | null;
	/** When everything was last synchronized, in milliseconds since 1970; 0 for never. */
	inStepAt: number;
	/** Why the last sync failed, and since when syncs fail; null if it succeeded. */
	failure: { why: ConnectionFailure; since: number } | null;
	/** Files of the host that were not read, and the reasons. */
	refused: { path: string; reason: string }[];
	/**
	 * Files for which the archive already had another text at the first sync. The archive has kept its
	 * text.
	 */
	differing: string[];
}

/**
 * An issue that is waiting to be published to the host, or was published. It is listed until the editor
 * dismisses it.
 */
export interface Publication {
	issueId: string;
	connectionId: string;
	/** The label of the issue, such as its number. */
	label: string;
	state:
		| { kind: "waiting" }
		| {
				kind: "published";
				commit: string;
				branch: string;
				/** Pages of the host; null if their addresses are not known. */
				commitPage: string | null;
				pullRequestPage: string | null;
		  }
		/** The repository has another text under that name; null if it is not valid text. */
		| { kind: "conflict"; path: string; text: string | null }
		| { kind: "failed"; why: ConnectionFailure };
	/** The text in the repository that the editor has seen and agreed to replace. */
	replaces: string | null;
	/** When publishing was requested. */
	at: number;
}

/**
 * The connections and, in a separate store, their tokens. They have a database of their own, so that no
 * backup contains them and a worker can read them. Only `tokenOf` returns a token.
 */
interface ConnectionSchema extends DBSchema {
	connections: { key: string; value: Connection };
	tokens: { key: string; value: { id: string; token: string } };
	progress: { key: string; value: ConnectionProgress };
	publications: { key: string; value: Publication };
}

const NAME = "galley-connections";
const STORES = ["connections", "tokens", "progress", "publications"] as const;

/** All connections. Until the first one is saved, the database does not exist and is not created. */
export async function connections(): Promise<Connection[]> {
	const databases = await indexedDB.databases();
	if (!databases.some(({ name }) => name === NAME)) return [];
	return withDatabase((database) => database.getAll("connections"));
}

/** Saves a connection. If there is a new token, it replaces the former one. */
export function saveConnection(connection: Connection, token?: string): Promise<void> {
	return writing(["connections", "tokens"], async (stores) => {
		await stores.objectStore("connections").put(connection);
		if (token !== undefined) {
			await stores.objectStore("tokens").put({ id: connection.id, token });
		}
	});
}

/** The token of a connection; empty if it has none. */
export function tokenOf(connectionId: string): Promise<string> {
	return withDatabase(
		async (database) => (await database.get("tokens", connectionId))?.token ?? "",
	);
}

/** Deletes only the token of a connection. */
export function forgetToken(connectionId: string): Promise<void> {
	return writing(["tokens"], (stores) => stores.objectStore("tokens").delete(connectionId));
}

/** Deletes a connection with its token, its progress and its publications. */
export function forgetConnection(connectionId: string): Promise<void> {
	return writing([...STORES], async (stores) => {
		await stores.objectStore("connections").delete(connectionId);
		await stores.objectStore("tokens").delete(connectionId);
		await stores.objectStore("progress").delete(connectionId);
		for (const one of await stores.objectStore("publications").getAll()) {
			if (one.connectionId !== connectionId) continue;
			await stores.objectStore("publications").delete(one.issueId);
		}
	});
}

/** The progress of a connection; null before its first sync. */
export function progressOf(connectionId: string): Promise<ConnectionProgress | null> {
	return withDatabase(async (database) => (await database.get("progress", connectionId)) ?? null);
}

/** Saves the progress of a connection, unless the connection has been deleted in the meantime. */
export function saveProgress(progress: ConnectionProgress): Promise<void> {
	return writing(["connections", "progress"], async (stores) => {
		if (!(await stores.objectStore("connections").getKey(progress.id))) return;
		await stores.objectStore("progress").put(progress);
	});
}

/** All publications, waiting or done, in the order in which they were requested. */
export async function publications(): Promise<Publication[]> {
	const all = await withDatabase((database) => database.getAll("publications"));
	return all.sort((one, other) => one.at - other.at);
}

/** Saves the state of a publication. */
export function savePublication(publication: Publication): Promise<void> {
	return writing(["publications"], (stores) => stores.objectStore("publications").put(publication));
}

/**
 * Saves the state of a publication, unless it has been dismissed or its connection deleted in the meantime.
 */
export function updatePublication(publication: Publication): Promise<void> {
	return writing(["publications"], async (stores) => {
		if (!(await stores.objectStore("publications").getKey(publication.issueId))) return;
		await stores.objectStore("publications").put(publication);
	});
}

/** Deletes a publication. It is no longer shown and, if it is still waiting, will not be published. */
export function forgetPublication(issueId: string): Promise<void> {
	return writing(["publications"], (stores) => stores.objectStore("publications").delete(issueId));
}

const CHANNEL = "galley-connections";

/** Calls `listener` when any page has written to this database, until the returned function is called. */
export function onConnectionChange(listener: () => void): () => void {
	const receiver = new BroadcastChannel(CHANNEL);
	receiver.onmessage = listener;
	return () => receiver.close();
}

type Opened = IDBPDatabase<ConnectionSchema>;
type StoreName = (typeof STORES)[number];

async function writing<Names extends StoreName[]>(
	names: Names,
	work: (stores: ReturnType<typeof writable<Names>>) => Promise<unknown>,
): Promise<void> {
	await withDatabase(async (database) => {
		const transaction = writable(database, names);
		await work(transaction);
		await transaction.done;
	});
	const sender = new BroadcastChannel(CHANNEL);
	sender.postMessage(null);
	sender.close();
}

function writable<Names extends StoreName[]>(database: Opened, names: Names) {
	return database.transaction(names, "readwrite", { durability: "strict" });
}

/** The database is opened for each use, so that no open connection blocks an upgrade. */
async function withDatabase<T>(work: (database: Opened) => Promise<T>): Promise<T> {
	const database = await openDB<ConnectionSchema>(NAME, 1, {
		upgrade(opened) {
			opened.createObjectStore("connections", { keyPath: "id" });
			opened.createObjectStore("tokens", { keyPath: "id" });
			opened.createObjectStore("progress", { keyPath: "id" });
			opened.createObjectStore("publications", { keyPath: "issueId" });
		},
	});
	try {
		return await work(database);
	} finally {
		database.close();
	}
}
