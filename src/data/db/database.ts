import { openDB } from "idb";
import type { Database, GalleySchema } from "./schema.ts";
import type { Upgrades } from "./upgrades/upgrade.ts";

export const DATABASE_NAME = "galley";

/** The number of upgrade steps. */
export const SCHEMA_VERSION = 6;

/** How long a page waits while another context upgrades the database. */
const WAIT_MS = 5_000;

/** The upgrade steps, or a function that lets another context do the upgrade and resolves afterwards. */
export type Upgrading = Upgrades | (() => Promise<unknown>);

let upgrading: Upgrading | null = null;

/**
 * Sets how an older database is upgraded. Every entry point calls this before it reads anything. The popup
 * leaves upgrades to the background worker: they are rare, and the steps would make the popup load more
 * slowly.
 */
export function setUpgrade(given: Upgrading): void {
	upgrading = given;
}

let opening: Promise<Database> | null = null;

let opener: typeof openDB<GalleySchema> = openDB;

/** Replaces `openDB` as the function that opens the database, for `watchDatabase`. */
export function setOpener(given: typeof opener): void {
	opener = given;
}

/**
 * The connection of this page or worker, opened at first use. It is closed when another page needs to
 * upgrade the schema, or when the browser closes it, and is opened again at the next use.
 *
 * Rejects with the browser's error when storage is refused (a private window, a full disk), and with one
 * named `NotReady` when the upgrade by another context fails or takes longer than the popup can wait. The
 * next use then waits again.
 */
export function database(): Promise<Database> {
	opening ??= open().catch((error: unknown) => {
		// The cause may be temporary, so the next use tries again.
		opening = null;
		// Firefox throws `InvalidStateError` when history is switched off or the profile is damaged. The
		// same name means "connection closed" when an open connection is used, so it is renamed here.
		const isRefused = error instanceof DOMException && error.name === "InvalidStateError";
		throw isRefused ? new DOMException(error.message, "NotAllowedError") : error;
	});
	return typeof upgrading === "function" ? withTimeout(opening) : opening;
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
	const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS, "It takes too long."));
	return Promise.race([work, late.then(notReady)]);
}

function notReady(reason: unknown): never {
	throw new DOMException(String(reason), "NotReady");
}

/** Closes the connection. The next use opens another one. */
export async function closeDatabase(): Promise<void> {
	const closing = opening;
	opening = null;
	if (closing) (await closing).close();
}

async function open(): Promise<Database> {
	if (!upgrading) throw new Error("Nobody has said how the database is upgraded.");
	if (typeof upgrading !== "function") return connect(upgrading);
	try {
		return await connect(null);
	} catch (error) {
		const isOlder = error instanceof DOMException && error.name === "AbortError";
		if (!isOlder) throw error;
		await upgrading().catch(notReady);
		return connect(null);
	}
}

/**
 * If `steps` is null and the database is older, rejects with an `AbortError` and does not change the
 * database.
 */
function connect(steps: Upgrades | null): Promise<Database> {
	return opener(DATABASE_NAME, SCHEMA_VERSION, {
		async upgrade(opened, oldVersion, _newVersion, upgrade) {
			for (const step of steps?.slice(oldVersion) ?? []) await step(opened, upgrade);
			if (steps) return;
			upgrade.done.catch(() => {});
			upgrade.abort();
		},
		blocking() {
			void closeDatabase();
		},
		terminated() {
			opening = null;
		},
	});
}
