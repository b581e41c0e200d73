import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Connection } from "./connection.ts";
import type { ConnectionFailure } from "./connection-failure.ts";

/** How far a connection is in step with its host. */
export interface ConnectionProgress {
	/** The id of the connection. */
	id: string;
	/** The commit of the issues that are in the archive; null before the first. */
	readCommit: string | null;
	/** When all was in step last, in milliseconds since 1970; 0 for never. */
	inStepAt: number;
	/** Why it is not in step now, and since when; null where it is. */
	failure: { why: ConnectionFailure; since: number } | null;
	/** Files of the host that were not read, and why. */
	refused: { path: string; reason: string }[];
	/** Files of which the archive had another text already, at the first time: it has kept it. */
	differing: string[];
}

/** An issue that is to be published to the host, or was, until the editor dismisses it. */
export interface Publication {
	/** The id of the archived issue. */
	issueId: string;
	/** The id of the connection. */
	connectionId: string;
	/** What the issue is called, as its number. */
	label: string;
	state:
		| { kind: "waiting" }
		| {
				kind: "published";
				commit: string;
				branch: string;
				/** Pages of the host; null where they are not known. */
				commitPage: string | null;
				pullRequestPage: string | null;
		  }
		/** Another text stands there under that name; null where it is no text. */
		| { kind: "conflict"; path: string; text: string | null }
		| { kind: "failed"; why: ConnectionFailure };
	/** The text in the repository that the editor has seen and agreed to replace. */
	replaces: string | null;
	/** When it was asked for. */
	at: number;
}

/**
 * The connections and, apart from them, their tokens. They have a database of their own, so that no
 * backup holds them and a worker can read them; only `tokenOf` gives a token out.
 */
interface ConnectionSchema extends DBSchema {
	connections: { key: string; value: Connection };
	tokens: { key: string; value: { id: string; token: string } };
	progress: { key: string; value: ConnectionProgress };
	publications: { key: string; value: Publication };
}

const NAME = "galley-connections";
const STORES = ["connections", "tokens", "progress", "publications"] as const;

/** Every connection there is. */
export function connections(): Promise<Connection[]> {
	return using((database) => database.getAll("connections"));
}

/** Keeps a connection, and its token in place of the one before, if there is a new one. */
export function saveConnection(connection: Connection, token?: string): Promise<void> {
	return writing(["connections", "tokens"], async (stores) => {
		await stores.objectStore("connections").put(connection);
		if (token !== undefined) {
			await stores.objectStore("tokens").put({ id: connection.id, token });
		}
	});
}

/** The token of a connection; empty where it has none. */
export function tokenOf(connectionId: string): Promise<string> {
	return using(async (database) => (await database.get("tokens", connectionId))?.token ?? "");
}

/** Forgets the token of a connection and nothing else. */
export function forgetToken(connectionId: string): Promise<void> {
	return writing(["tokens"], (stores) => stores.objectStore("tokens").delete(connectionId));
}

/** Forgets a connection, its token, how far it is, and what was to be published to it. */
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

/** How far a connection is; null before its first time. */
export function progressOf(connectionId: string): Promise<ConnectionProgress | null> {
	return using(async (database) => (await database.get("progress", connectionId)) ?? null);
}

/** Keeps how far a connection is, unless it was forgotten meanwhile. */
export function saveProgress(progress: ConnectionProgress): Promise<void> {
	return writing(["connections", "progress"], async (stores) => {
		if (!(await stores.objectStore("connections").getKey(progress.id))) return;
		await stores.objectStore("progress").put(progress);
	});
}

/** What is to be published or was, in the order it was asked for. */
export async function publications(): Promise<Publication[]> {
	const all = await using((database) => database.getAll("publications"));
	return all.sort((one, other) => one.at - other.at);
}

/** Keeps how a publication stands. */
export function savePublication(publication: Publication): Promise<void> {
	return writing(["publications"], (stores) => stores.objectStore("publications").put(publication));
}

/** Keeps how a publication stands, unless it was dismissed meanwhile or its connection forgotten. */
export function updatePublication(publication: Publication): Promise<void> {
	return writing(["publications"], async (stores) => {
		if (!(await stores.objectStore("publications").getKey(publication.issueId))) return;
		await stores.objectStore("publications").put(publication);
	});
}

/** Forgets a publication: it is not shown any more and, if it still waits, not made. */
export function forgetPublication(issueId: string): Promise<void> {
	return writing(["publications"], (stores) => stores.objectStore("publications").delete(issueId));
}

const CHANNEL = "galley-connections";

/** Calls `listener` when anything here was written, on any page, until it is ended. */
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
	await using(async (database) => {
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

/** It is opened for each use: nothing that stays open holds up an update. */
async function using<T>(work: (database: Opened) => Promise<T>): Promise<T> {
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
