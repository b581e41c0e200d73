import type {
	ArchivedIssue,
	DraftRecord,
	ItemRecord,
	SettingRecord,
	SponsorRecord,
	Time,
	TypedClip,
} from "../db/records.ts";
import type { LearnedSections } from "../suggestion/section-model.ts";

/**
 * The number of the format. It goes up by one whenever a record gets another shape than it had in a
 * version that is out, and the step that brings the format before to it is added to
 * `BACKUP_UPGRADES`.
 */
export const BACKUP_FORMAT = 3;

/** What is learned about sections, as it is kept. */
export interface LearnedRecord {
	key: "sections";
	basis: string;
	value: LearnedSections;
}

/** The kinds of record in a backup, by the store each is in; the order is that of the file. */
export interface BackupRecords {
	drafts: DraftRecord[];
	items: ItemRecord[];
	sponsors: SponsorRecord[];
	archive: ArchivedIssue[];
	settings: SettingRecord[];
	typed: TypedClip[];
	derived: LearnedRecord[];
}

export type BackupStore = keyof BackupRecords;

/** Every store that is in a backup. The others are worked out from these, or are Undo's. */
export const BACKUP_STORES = [
	"drafts",
	"items",
	"sponsors",
	"archive",
	"settings",
	"typed",
	"derived",
] as const satisfies readonly BackupStore[];

export type BackupCounts = Record<BackupStore, number>;

/** A backup as its file has it: plain JSON, its first key says what it is. */
export interface Backup extends BackupRecords {
	/** The number of the format. */
	galleyBackup: number;
	/** As `2026-11-22T08:30:00.000Z`. */
	madeAt: string;
	/** The version of Galley that made it. */
	galley: string;
	/** The version of the database it was read from. */
	schema: number;
	/** How many records there are of each kind: a file that lost some is told by it. */
	counts: BackupCounts;
}

/** The name of a backup's file, as `galley-backup-2026-11-22.json`; the day is that of the clock. */
export function backupFileName(at: Time): string {
	const date = new Date(at);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");
	return `galley-backup-${day}.json`;
}

/** What a record is told apart by among those of its kind. */
export function keyOf(record: BackupRecords[BackupStore][number]): string {
	return "id" in record ? record.id : record.key;
}

/** A value for each kind of record. */
export function byStore<V>(make: (store: BackupStore) => V): Record<BackupStore, V> {
	return Object.fromEntries(BACKUP_STORES.map((store) => [store, make(store)])) as Record<
		BackupStore,
		V
	>;
}
