import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type {
	ArchivedIssue,
	DerivedRecord,
	DraftRecord,
	HistoryEntry,
	ItemRecord,
	MentionRecord,
	SettingRecord,
	SponsorRecord,
	Time,
	TypedClip,
} from "./records.ts";
import type { Upgrades } from "./upgrades.ts";

export interface GalleySchema extends DBSchema {
	/** The index has the drafts that are open at [0, 0]: neither published nor deleted ever. */
	drafts: { key: string; value: DraftRecord; indexes: { standing: [Time, Time] } };
	items: {
		key: string;
		value: ItemRecord;
		indexes: { draft: string; key: string; deleted: number };
	};
	/** A record is in the index of what it is booked for, and in that of the draft it belongs to. */
	sponsors: {
		key: string;
		value: SponsorRecord;
		indexes: { draft: string; number: number; date: string };
	};
	archive: { key: string; value: ArchivedIssue; indexes: { number: number } };
	mentions: { key: string; value: MentionRecord; indexes: { key: string; issue: string } };
	derived: { key: string; value: DerivedRecord };
	settings: { key: string; value: SettingRecord };
	typed: { key: string; value: TypedClip };
	history: { key: number; value: HistoryEntry };
}

export type Database = IDBPDatabase<GalleySchema>;

export const DATABASE_NAME = "galley";

/** As many as there are steps of upgrade. */
export const SCHEMA_VERSION = 3;

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

/** The database was there, and is not any more: somebody cleared it while this page was open. */
export class DatabaseGone extends Error {
	override readonly name = "DatabaseGone";
}

let opening: Promise<Database> | null = null;
let wasThere = false;
let gone = false;
let onGone: (() => void) | null = null;
let tellWaiting = (_waiting: boolean): void => {};

/**
 * For pages with words on the screen: from now on, a database that disappears after it has been
 * opened is not replaced by an empty one. Every use rejects with `DatabaseGone` instead, until the
 * page is loaded anew. The worker holds no words, and begins with an empty one.
 *
 * @param listener is called when it disappears
 */
export function neverReplaceDatabase(listener: () => void = () => {}): void {
	onGone = listener;
}

/**
 * Calls `listener` with true while an upgrade waits for another page to let go of the database,
 * and with false once it has. A page lets go by itself, as soon as what it writes is written.
 */
export function onWaiting(listener: (waiting: boolean) => void): void {
	tellWaiting = listener;
}

/**
 * The one connection of this page or worker, opened at first use. It is given up when another
 * page needs to upgrade the schema, or when the browser closes it, and opened again at the next
 * use. Rejects with the browser's error when storage is refused (a private window, a full disk).
 */
export function database(): Promise<Database> {
	opening ??= open().then(
		(opened) => {
			wasThere = true;
			return opened;
		},
		(error: unknown) => {
			// A refusal may be temporary: the next use asks again.
			opening = null;
			throw error;
		},
	);
	return opening;
}

/** Closes the connection; the next use opens another. */
export async function closeDatabase(): Promise<void> {
	const closing = opening;
	opening = null;
	if (closing) (await closing).close();
}

async function open(): Promise<Database> {
	if (!upgrading) throw new Error("Nobody has said how the database is upgraded.");
	if (gone) throw new DatabaseGone();
	if (typeof upgrading !== "function") return connect(upgrading);
	try {
		return await connect(null);
	} catch (error) {
		const isOlder = error instanceof DOMException && error.name === "AbortError";
		if (!isOlder) throw error;
		await upgrading();
		return connect(null);
	}
}

/** Without the steps it takes to upgrade, an older database stays as it is: an `AbortError`. */
async function connect(steps: Upgrades | null): Promise<Database> {
	try {
		return await openDB<GalleySchema>(DATABASE_NAME, SCHEMA_VERSION, {
			async upgrade(opened, oldVersion, _newVersion, upgrade) {
				if (oldVersion === 0 && wasThere && onGone) disappear();
				else if (steps) {
					for (const step of steps.slice(oldVersion)) await step(opened, upgrade);
					return;
				}
				upgrade.done.catch(() => {});
				upgrade.abort();
			},
			blocked: () => tellWaiting(true),
			blocking(_version, wanted) {
				void closeDatabase();
				if (wanted === null && onGone) disappear();
			},
			terminated() {
				opening = null;
				// Whether it is still there is seen at once, before anybody makes an empty one.
				if (onGone) database().catch(() => {});
			},
		});
	} catch (error) {
		throw gone ? new DatabaseGone() : error;
	} finally {
		tellWaiting(false);
	}
}

function disappear(): void {
	gone = true;
	onGone?.();
}
