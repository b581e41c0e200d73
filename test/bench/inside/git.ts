/** Synchronizes with the repository of a local Git server without using the interface. */
import "../../../src/sync/repository/global-buffer.ts";
import type { GitConnection } from "../../../src/connections/connection.ts";
import {
	forgetConnection,
	progressOf,
	saveConnection,
} from "../../../src/connections/connection-store.ts";
import { databaseFileStore, keepRepositories } from "../../../src/sync/repository/file-store.ts";
import { openRepository } from "../../../src/sync/repository/repository.ts";
import { syncConnection } from "../../../src/sync/sync-connection.ts";
import { timed } from "./timed.ts";

/** The public repository `news` of the server at a port. */
function connectionAt(port: number): GitConnection {
	return {
		id: "bench",
		kind: "git",
		address: `http://127.0.0.1:${port}/news.git`,
		user: "",
		branch: "main",
		folder: "issues",
		sharedBranch: null,
		sharedAddress: null,
		publishes: false,
		onOwnBranches: false,
		message: "",
		author: { name: "", email: "" },
	};
}

/** Milliseconds for reading the repository for the first time, from the request to the archive. */
export async function readRepository(port: number): Promise<number> {
	const connection = connectionAt(port);
	await forgetConnection(connection.id);
	await keepRepositories([]);
	await saveConnection(connection);
	return syncRepository(port);
}

/** Milliseconds for a later sync. */
export async function syncRepository(port: number): Promise<number> {
	const connection = connectionAt(port);
	const repository = openRepository(databaseFileStore(connection.id), connection, "", {});
	const time = await timed(() => syncConnection(repository, connection));
	const failure = (await progressOf(connection.id))?.failure;
	if (failure) throw new Error(`The sync failed: ${failure.why.kind}.`);
	return time;
}
