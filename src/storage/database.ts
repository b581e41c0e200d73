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
import { UPGRADES } from "./upgrades.ts";

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
