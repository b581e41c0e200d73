/** The Git worker. Only this worker sends requests to hosts. */
import "../sync/repository/global-buffer.ts";
import { type GitConnection, sharedConnection } from "../connections/connection.ts";
import type { Outcome } from "../connections/connection-failure.ts";
import { connections, progressOf, publications, tokenOf } from "../connections/connection-store.ts";
import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import { database, setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type Connected, tryConnection } from "../sync/connect.ts";
import { databaseFileStore, keepRepositories } from "../sync/repository/file-store.ts";
import { openRepository } from "../sync/repository/repository.ts";
import { stopSharing } from "../sync/share/galley-records.ts";
import { resolveConflict } from "../sync/share/resolve-conflict.ts";
import { syncConnection } from "../sync/sync-connection.ts";

/** Messages from the page. */
export type ToGit =
	/** Tests a connection before it is saved. */
	| { try: GitConnection; token: string }
	/**
	 * Synchronizes all connections; without `asked`, only those that were not synchronized a moment ago.
	 */
	| { sync: true; asked: boolean }
	/** Deletes the stored repositories of connections that no longer exist. */
	| { tidy: true }
	/** Resolves a conflict, with the replaced words or with the present ones. */
	| { resolve: string; use: boolean }
	/** Cancels the present work. */
	| { cancel: true };

export type FromGit =
	| { tried: Outcome<Connected> }
	/** The number of bytes of an answer received so far. */
	| { received: number }
	| { synced: true }
	| { tidied: true }
	| { settled: true }
	| { failed: ErrorDescription };

/** The lock that allows only one page at a time to send requests to the hosts. */
const LOCK = "galley-git";

/** Without a request by the editor, a connection is not synchronized again within this time. */
const FRESH_MS = 60_000;

const TELL_EVERY_MS = 100;

setUpgrade(UPGRADES);
// The page reports a deleted database. This worker must only avoid creating an empty one.
watchDatabase(() => {}, true);

let running = new AbortController();
let told = 0;

addEventListener("message", async ({ data }: MessageEvent<ToGit>) => {
	if ("cancel" in data) {
		running.abort();
		running = new AbortController();
		return;
	}
	try {
		if ("try" in data) {
			const { signal } = running;
			tell({ tried: await tryConnection(data.try, data.token, { signal }) });
		} else if ("tidy" in data) {
			await navigator.locks.request(LOCK, tidy);
			tell({ tidied: true });
		} else if ("resolve" in data) {
			await resolveConflict(data.resolve, data.use);
			tell({ settled: true });
		} else {
			await navigator.locks.request(LOCK, () => syncAll(data.asked));
			tell({ synced: true });
		}
	} catch (error) {
		tell({ failed: describeError(error) });
	}
});

/**
 * Deletes the stored repositories of connections that no longer exist, and stops sharing if no connection
 * shares drafts.
 */
async function tidy(): Promise<void> {
	const all = await connections();
	await keepRepositories(all.flatMap(({ id }) => [id, sharedId(id)]));
	if (!all.some((connection) => sharedConnection(connection))) await stopSharing();
}

/** The id for storing the copy of a repository that only contains shared drafts. */
function sharedId(id: string): string {
	return `${id}-drafts`;
}

async function syncAll(asked: boolean): Promise<void> {
	for (const connection of await connections()) {
		if (!asked && (await isFresh(connection.id))) continue;
		const { id } = connection;
		const token = await tokenOf(id);
		const options = { signal: running.signal, onBytes: tellReceived };
		const repository = openRepository(databaseFileStore(id), connection, token, options);
		const shared = sharedConnection(connection);
		const isApart = shared && shared.address !== connection.address;
		const drafts = isApart
			? openRepository(databaseFileStore(sharedId(id)), shared, token, options)
			: repository;
		await syncConnection(repository, connection, shared && drafts);
	}
}

/** Whether another page has just synchronized this connection, and nothing is waiting. */
async function isFresh(id: string): Promise<boolean> {
	const progress = await progressOf(id);
	if (!progress || Date.now() - progress.inStepAt > FRESH_MS) return false;
	if ((await publications()).some(({ state }) => state.kind === "waiting")) return false;
	return (await (await database()).count("outbox")) === 0;
}

function tellReceived(received: number): void {
	if (Date.now() - told < TELL_EVERY_MS) return;
	told = Date.now();
	tell({ received });
}

function tell(message: FromGit): void {
	postMessage(message);
}
