import {
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	openDB,
	type StoreNames,
} from "idb";
import { mentionRecordsOf } from "./mention-records.ts";
import type {
	ArchivedIssue,
	DerivedRecord,
	DraftRecord,
	HistoryEntry,
	ItemRecord,
	MentionRecord,
	SettingRecord,
	TypedClip,
} from "./records.ts";

export interface GalleySchema extends DBSchema {
	drafts: { key: string; value: DraftRecord };
	items: { key: string; value: ItemRecord; indexes: { draft: string; key: string } };
	archive: { key: string; value: ArchivedIssue; indexes: { number: number } };
	mentions: { key: string; value: MentionRecord; indexes: { key: string; issue: string } };
	derived: { key: string; value: DerivedRecord };
	settings: { key: string; value: SettingRecord };
	typed: { key: string; value: TypedClip };
	history: { key: number; value: HistoryEntry };
}

export type Database = IDBPDatabase<GalleySchema>;

type Upgrade = IDBPTransaction<GalleySchema, StoreNames<GalleySchema>[], "versionchange">;

export const DATABASE_NAME = "galley";

/** One step for each version of the schema; step 0 makes version 1. A step is never edited. */
const UPGRADES: readonly ((database: Database, upgrade: Upgrade) => Promise<void> | void)[] = [
	(database) => {
		database.createObjectStore("drafts", { keyPath: "id" });
		const items = database.createObjectStore("items", { keyPath: "id" });
		items.createIndex("draft", "draftId");
		items.createIndex("key", "keys", { multiEntry: true });
		const archive = database.createObjectStore("archive", { keyPath: "id" });
		archive.createIndex("number", "number");
		database.createObjectStore("settings", { keyPath: "key" });
		database.createObjectStore("typed", { keyPath: "key" });
		database.createObjectStore("history", { keyPath: "id", autoIncrement: true });
	},
	async (database, upgrade) => {
		const mentions = database.createObjectStore("mentions", { keyPath: "id" });
		mentions.createIndex("key", "key");
		mentions.createIndex("issue", "issueId");
		database.createObjectStore("derived", { keyPath: "key" });
		const archive = upgrade.objectStore("archive");
		for (let cursor = await archive.openCursor(); cursor; cursor = await cursor.continue()) {
			for (const mention of mentionRecordsOf(cursor.value)) await mentions.put(mention);
		}
	},
];

let opening: Promise<Database> | null = null;

/**
 * The one connection of this page or worker, opened at first use. It is given up when another
 * page needs to upgrade the schema, or when the browser closes it, and opened again at the next
 * use. Rejects with the browser's error when storage is refused (a private window, a full disk).
 */
export function database(): Promise<Database> {
	opening ??= open().catch((error: unknown) => {
		// A refusal may be temporary: the next use asks again.
		opening = null;
		throw error;
	});
	return opening;
}

/** Closes the connection; the next use opens another. */
export async function closeDatabase(): Promise<void> {
	const closing = opening;
	opening = null;
	if (closing) (await closing).close();
}

function open(): Promise<Database> {
	return openDB<GalleySchema>(DATABASE_NAME, UPGRADES.length, {
		async upgrade(opened, oldVersion, _newVersion, upgrade) {
			for (const step of UPGRADES.slice(oldVersion)) await step(opened, upgrade);
		},
		blocking() {
			void closeDatabase();
		},
		terminated() {
			opening = null;
		},
	});
}
