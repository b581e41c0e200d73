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
 * The number of the present format. When a record changes its form after a release, increase this by one
 * and add a step to `BACKUP_UPGRADES`.
 */
export const BACKUP_FORMAT = 3;

/** What was learned about sections, as it is stored. */
export interface LearnedRecord {
	key: "sections";
	basis: string;
	value: LearnedSections;
}

/** The kinds of record in a backup, by store, in the order of the file. */
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

/** Every store that is in a backup. The others are computed from these, or belong to the history. */
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

/** A backup as it is in its file: plain JSON, whose first key identifies it as a backup. */
export interface Backup extends BackupRecords {
	/** The number of the format. */
	galleyBackup: number;
	/** As `2026-11-22T08:30:00.000Z`. */
	madeAt: string;
	/** The version of Galley that made it. */
	galley: string;
	/** The version of the database it was read from. */
	schema: number;
	/** The number of records of each kind, to detect a file that is incomplete. */
	counts: BackupCounts;
}

/** The name of a backup file, such as `galley-backup-2026-11-22.json`. The day is in local time. */
export function backupFileName(at: Time): string {
	const date = new Date(at);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, "0"))
		.join("-");
	return `galley-backup-${day}.json`;
}

/** The id or key that distinguishes a record from others of its kind. */
export function keyOf(record: BackupRecords[BackupStore][number]): string {
	return "id" in record ? record.id : record.key;
}

/** Calls `make` for each kind of record, and returns the results by kind. */
export function byStore<V>(make: (store: BackupStore) => V): Record<BackupStore, V> {
	return Object.fromEntries(BACKUP_STORES.map((store) => [store, make(store)])) as Record<
		BackupStore,
		V
	>;
}
