import type { IDBPTransaction, StoreNames } from "idb";
import { database, SCHEMA_VERSION } from "../db/database.ts";
import type { GalleySchema } from "../db/schema.ts";
import {
	BACKUP_FORMAT,
	BACKUP_STORES,
	type Backup,
	type BackupRecords,
	byStore,
	type LearnedRecord,
} from "./backup-file.ts";

/** All records, read at one moment, as a backup. */
export async function dumpRecords(galley: string): Promise<Backup> {
	const records = await recordsIn((await database()).transaction(BACKUP_STORES));
	return {
		galleyBackup: BACKUP_FORMAT,
		madeAt: new Date().toISOString(),
		galley,
		schema: SCHEMA_VERSION,
		counts: byStore((store) => records[store].length),
		...records,
	};
}

/**
 * The text of a backup file. Each record is on a line of its own, so that two files can be compared and a
 * record can be found with any tool that works on lines.
 */
export function backupText(backup: Backup): string {
	const { galleyBackup, madeAt, galley, schema, counts } = backup;
	const head = Object.entries({ galleyBackup, madeAt, galley, schema, counts }).map(
		([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
	);
	const lists = BACKUP_STORES.map((store) => {
		const lines = backup[store].map((record) => JSON.stringify(record));
		return `"${store}": [${lines.length > 0 ? `\n${lines.join(",\n")}\n` : ""}]`;
	});
	return `{\n${[...head, ...lists].join(",\n")}\n}\n`;
}

/** All records that belong in a backup, read inside a transaction that can be used further. */
export async function recordsIn<
	Names extends readonly StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<BackupRecords> {
	const [drafts, items, sponsors, archive, settings, typed, derived] = await Promise.all([
		transaction.objectStore("drafts").getAll(),
		transaction.objectStore("items").getAll(),
		transaction.objectStore("sponsors").getAll(),
		transaction.objectStore("archive").getAll(),
		transaction.objectStore("settings").getAll(),
		transaction.objectStore("typed").getAll(),
		transaction.objectStore("derived").getAll(),
	]);
	const learned = derived.filter(({ key }) => key === "sections") as LearnedRecord[];
	return { drafts, items, sponsors, archive, settings, typed, derived: learned };
}
