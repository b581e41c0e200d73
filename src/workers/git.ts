/** What speaks Git, in a thread of its own: the only one that makes requests. */
import "../sync/repository/global-buffer.ts";
import type { GitConnection } from "../connections/connection.ts";
import type { Outcome } from "../connections/connection-failure.ts";
import { connections, progressOf, publications, tokenOf } from "../connections/connection-store.ts";
import { describeError, type ErrorDescription } from "../core/errors/reason.ts";
import { upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../data/db/watch.ts";
import { type Connected, tryConnection } from "../sync/connect.ts";
import { databaseFileStore, keepRepositories } from "../sync/repository/file-store.ts";
import { openRepository } from "../sync/repository/repository.ts";
import { syncConnection } from "../sync/sync-connection.ts";

/** What the page asks for. */
export type ToGit =
	/** Tries a connection before it is kept. */
	| { try: GitConnection; token: string }
	/** Brings all connections in step; without `asked` only those that were not a short while ago. */
	| { sync: true; asked: boolean }
	/** Deletes what is stored of repositories that are not connected any more. */
	| { tidy: true }
	/** Ends whatever is under way. */
	| { cancel: true };

export type FromGit =
	| { tried: Outcome<Connected> }
	/** How many bytes of an answer have arrived. */
	| { received: number }
	| { synced: true }
	| { tidied: true }
	| { failed: ErrorDescription };

/** One page at a time speaks to the hosts. */
const LOCK = "galley-git";

/** What was in step less than this ago is not looked at again unasked. */
const FRESH_MS = 60_000;

const TELL_EVERY_MS = 100;

upgradeBy(UPGRADES);
// The page hears of its own database; this thread must only not make an empty one behind it.
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
			await navigator.locks.request(LOCK, async () =>
				keepRepositories((await connections()).map(({ id }) => id)),
			);
			tell({ tidied: true });
		} else {
			await navigator.locks.request(LOCK, () => syncAll(data.asked));
			tell({ synced: true });
		}
	} catch (error) {
		tell({ failed: describeError(error) });
	}
});

async function syncAll(asked: boolean): Promise<void> {
	for (const connection of await connections()) {
		if (!asked && (await isFresh(connection.id))) continue;
		const { signal } = running;
		const repository = openRepository(
			databaseFileStore(connection.id),
			connection,
			await tokenOf(connection.id),
			{ signal, onBytes: tellReceived },
		);
		await syncConnection(repository, connection);
	}
}

/** Whether another page has just looked, and nothing waits. */
async function isFresh(id: string): Promise<boolean> {
	const progress = await progressOf(id);
	if (!progress || Date.now() - progress.inStepAt > FRESH_MS) return false;
	return !(await publications()).some(({ state }) => state.kind === "waiting");
}

function tellReceived(received: number): void {
	if (Date.now() - told < TELL_EVERY_MS) return;
	told = Date.now();
	tell({ received });
}

function tell(message: FromGit): void {
	postMessage(message);
}
