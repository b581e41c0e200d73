import { openDB } from "idb";
import type { Database, GalleySchema } from "./schema.ts";
import type { Upgrades } from "./upgrades/upgrade.ts";

export const DATABASE_NAME = "galley";

/** As many as there are steps of upgrade. */
export const SCHEMA_VERSION = 6;

/** How long a page that leaves the upgrade to another waits for an open database. */
const WAIT_MS = 5_000;

/** The steps themselves, or the way to whoever has them and takes them when called. */
export type Upgrading = Upgrades | (() => Promise<unknown>);

let upgrading: Upgrading | null = null;

/**
 * Says how an older database gets to the schema of this version; for every entry point, before
 * anything is read. The popup leaves it to the worker: it would have to carry all the steps for
 * something that happens once in a long while, and there before it is opened.
 */
export function upgradeBy(given: Upgrading): void {
	upgrading = given;
}

let opening: Promise<Database> | null = null;

let opener: typeof openDB<GalleySchema> = openDB;

/** Has another function than `openDB` open the database, as `watchDatabase` does. */
export function openBy(given: typeof opener): void {
	opener = given;
}

/**
 * The one connection of this page or worker, opened at first use. It is given up when another
 * page needs to upgrade the schema, or when the browser closes it, and opened again at the next
 * use. Rejects with the browser's error when storage is refused (a private window, a full disk), and
 * with one called `NotReady` when whoever was to upgrade it cannot, or takes longer than the popup
 * can wait; then the next use waits on.
 */
export function database(): Promise<Database> {
	opening ??= open().catch((error: unknown) => {
		// A refusal may be temporary: the next use asks again.
		opening = null;
		// Firefox, with history switched off or a damaged profile. Of a connection that is open, it
		// says that it has been closed.
		const isRefused = error instanceof DOMException && error.name === "InvalidStateError";
		throw isRefused ? new DOMException(error.message, "NotAllowedError") : error;
	});
	return typeof upgrading === "function" ? inTime(opening) : opening;
}

function inTime<T>(work: Promise<T>): Promise<T> {
	const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS, "It takes too long."));
	return Promise.race([work, late.then(notReady)]);
}

function notReady(reason: unknown): never {
	throw new DOMException(String(reason), "NotReady");
}

/** Closes the connection; the next use opens another. */
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

/** Without the steps it takes to upgrade, an older database stays as it is: an `AbortError`. */
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
