/** The Git worker. Only this worker sends requests to hosts. */
import "../sync/repository/global-buffer.ts";
import { type GitConnection, sharedConnection } from "../connections/connection.ts";
import type { ConnectionFailure, Outcome } from "../connections/connection-failure.ts";
import { connections, progressOf, publications, tokenOf } from "../connections/connection-store.ts";
import { describeError, type ErrorDescription } from "../core/errors/error-message.ts";
import { database, setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type Connected, tryConnection } from "../sync/connect.ts";
import { GALLEY_KINDS } from "../sync/galley-kinds.ts";
import { type EarlierState, earlierState } from "../sync/history/earlier-state.ts";
import { fetchEarlier, type SharedHistory, sharedHistory } from "../sync/history/shared-history.ts";
import { databaseFileStore, keepRepositories } from "../sync/repository/file-store.ts";
import { openRepository } from "../sync/repository/repository.ts";
import { branchNameOf, galleyRecords, stopSharing } from "../sync/share/galley-records.ts";
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
	/**
	 * Reads the history of the shared branch, as far as it is stored, or the part that follows on a commit.
	 * With `fetch`, earlier commits are fetched from the host first.
	 */
	| { history: string; from: string | null; most: number; fetch: boolean }
	/** Reads the state of the shared drafts at a commit. */
	| { state: string; commit: string }
	/** Cancels the present work. */
	| { cancel: true };

export type FromGit =
	| { tried: Outcome<Connected> }
	/** The number of bytes of an answer received so far. */
	| { received: number }
	| { synced: true }
	| { tidied: true }
	| { resolved: true }
	/** A part of the history. `from` is the one of the message. */
	| { history: SharedHistory; from: string | null }
	/** Null if the commit is not stored. */
	| { state: EarlierState | null; commit: string }
	/** The history or a state could not be read. */
	| { unread: { failure: ConnectionFailure } | { error: ErrorDescription } }
	| { failed: ErrorDescription };

/** The lock that allows only one page at a time to send requests to the hosts. */
const LOCK = "galley-git";

/** Without a request by the editor, a connection is not synchronized again within this time. */
const FRESH_MS = 60_000;

const REPORT_EVERY_MS = 100;

setUpgrade(UPGRADES);
// The page reports a deleted database. This worker must only avoid creating an empty one.
watchDatabase(() => {}, true);

let running = new AbortController();
let lastReportedAt = 0;

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
			tell({ resolved: true });
		} else if ("history" in data || "state" in data) {
			tell(await readPast(data).catch((error) => ({ unread: { error: describeError(error) } })));
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
		const { repository, drafts } = await openRepositories(connection);
		await syncConnection(repository, connection, drafts);
	}
}

/**
 * Opens the repository of a connection, and the one with the shared drafts, which may be the same; null if
 * drafts are not shared.
 */
async function openRepositories(connection: GitConnection) {
	const { id } = connection;
	const token = await tokenOf(id);
	const options = { signal: running.signal, onBytes: tellReceived };
	const repository = openRepository(databaseFileStore(id), connection, token, options);
	const shared = sharedConnection(connection);
	const isApart = shared && shared.address !== connection.address;
	const drafts = isApart
		? openRepository(databaseFileStore(sharedId(id)), shared, token, options)
		: repository;
	return { repository, drafts: shared && drafts };
}

/** Answers a message about the history. */
async function readPast(
	message: Extract<ToGit, { history: string } | { state: string }>,
): Promise<FromGit> {
	const id = "history" in message ? message.history : message.state;
	const connection = (await connections()).find((one) => one.id === id);
	const shared = connection && sharedConnection(connection);
	const drafts = connection && (await openRepositories(connection)).drafts;
	if ("state" in message) {
		const { commit } = message;
		return { state: drafts ? await earlierState(drafts, GALLEY_KINDS, commit) : null, commit };
	}
	const { from, most } = message;
	if (!drafts || !shared) return { history: { commits: [], next: null, isStored: false }, from };
	if (message.fetch) {
		const fetched = await navigator.locks.request(LOCK, () => fetchEarlier(drafts, shared, most));
		if ("failure" in fetched) return { unread: fetched };
	}
	const { base } = await galleyRecords(branchNameOf(shared)).state();
	return { history: await sharedHistory(drafts, GALLEY_KINDS, from ?? base, most), from };
}

/** Whether another page has just synchronized this connection, and nothing is waiting. */
async function isFresh(id: string): Promise<boolean> {
	const progress = await progressOf(id);
	if (!progress || Date.now() - progress.inStepAt > FRESH_MS) return false;
	if ((await publications()).some(({ state }) => state.kind === "waiting")) return false;
	return (await (await database()).count("outbox")) === 0;
}

function tellReceived(received: number): void {
	if (Date.now() - lastReportedAt < REPORT_EVERY_MS) return;
	lastReportedAt = Date.now();
	tell({ received });
}

function tell(message: FromGit): void {
	postMessage(message);
}
