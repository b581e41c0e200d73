import type { DBSchema, IDBPDatabase } from "idb";
import type {
	ArchivedIssue,
	ConflictRecord,
	DerivedRecord,
	DraftRecord,
	HistoryEntry,
	ItemRecord,
	MentionRecord,
	PendingRecord,
	SettingRecord,
	ShareState,
	SponsorRecord,
	Time,
	TypedClip,
} from "./records.ts";

export interface GalleySchema extends DBSchema {
	/** Open drafts, which are neither published nor deleted, have the key [0, 0] in the index. */
	drafts: { key: string; value: DraftRecord; indexes: { standing: [Time, Time] } };
	items: {
		key: string;
		value: ItemRecord;
		indexes: { draft: string; key: string; deleted: number };
	};
	/**
	 * The index "number" or "date" finds a booking by its issue; the index "draft" finds the sponsors of a
	 * draft.
	 */
	sponsors: {
		key: string;
		value: SponsorRecord;
		indexes: { draft: string; number: number; date: string };
	};
	archive: {
		key: string;
		value: ArchivedIssue;
		indexes: { number: number; sortKey: ArchivedIssue["sortKey"]; path: string; read: Time };
	};
	mentions: { key: string; value: MentionRecord; indexes: { key: string; issue: string } };
	derived: { key: string; value: DerivedRecord };
	settings: { key: string; value: SettingRecord };
	typed: { key: string; value: TypedClip };
	history: { key: number; value: HistoryEntry };
	/**
	 * Records that changed here and may not be on the shared branch yet. Only used while drafts are shared.
	 */
	outbox: { key: [kind: string, id: string]; value: PendingRecord };
	conflicts: { key: string; value: ConflictRecord };
	sharing: { key: string; value: ShareState };
}

export type Database = IDBPDatabase<GalleySchema>;
