import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Connection } from "./connection.ts";

/**
 * The connections and, apart from them, their tokens. They have a database of their own, so that no
 * backup holds them and a worker can read them; only `tokenOf` gives a token out.
 */
interface ConnectionSchema extends DBSchema {
	connections: { key: string; value: Connection };
	tokens: { key: string; value: { id: string; token: string } };
}

const NAME = "galley-connections";

/** Every connection there is. */
export function connections(): Promise<Connection[]> {
	return using((database) => database.getAll("connections"));
}

/** Keeps a connection, and its token in place of the one before, if there is a new one. */
export function saveConnection(connection: Connection, token?: string): Promise<void> {
	return using(async (database) => {
		const transaction = database.transaction(["connections", "tokens"], "readwrite", {
			durability: "strict",
		});
		await transaction.objectStore("connections").put(connection);
		if (token !== undefined) {
			await transaction.objectStore("tokens").put({ id: connection.id, token });
		}
		await transaction.done;
	});
}

/** The token of a connection; empty where it has none. */
export function tokenOf(connectionId: string): Promise<string> {
	return using(async (database) => (await database.get("tokens", connectionId))?.token ?? "");
}

/** Forgets a connection and its token. */
export function forgetConnection(connectionId: string): Promise<void> {
	return using(async (database) => {
		const transaction = database.transaction(["connections", "tokens"], "readwrite", {
			durability: "strict",
		});
		await transaction.objectStore("connections").delete(connectionId);
		await transaction.objectStore("tokens").delete(connectionId);
		await transaction.done;
	});
}

/** It is opened for each use: nothing that stays open holds up an update. */
async function using<T>(
	work: (database: IDBPDatabase<ConnectionSchema>) => Promise<T>,
): Promise<T> {
	const database = await openDB<ConnectionSchema>(NAME, 1, {
		upgrade(opened) {
			opened.createObjectStore("connections", { keyPath: "id" });
			opened.createObjectStore("tokens", { keyPath: "id" });
		},
	});
	try {
		return await work(database);
	} finally {
		database.close();
	}
}
