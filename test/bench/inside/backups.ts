/** Backups as they are measured, beside the same records through JSON and one write. */
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { database } from "../../../src/data/db/database.ts";
import { restore } from "../../../src/data/restore/backup-restore.ts";
import { timed } from "./timed.ts";

const STORES = ["drafts", "items", "sponsors", "archive", "settings"] as const;
const ALL = [...STORES, "mentions"] as const;

/** Milliseconds for the text of a backup. */
export function backUp(): Promise<number> {
	return timed(async () => backupText(await dumpRecords("0")));
}

/** Milliseconds to read all records and make one JSON text of them. */
export function stringifyAll(): Promise<number> {
	return timed(readAll);
}

/** Milliseconds from the text of a backup to its records in place of those that are there. */
export async function restoreAll(): Promise<number> {
	const text = backupText(await dumpRecords("0"));
	return timed(async () => {
		const read = readBackup(text);
		if (!("backup" in read)) throw new Error(`The backup was refused: ${JSON.stringify(read)}`);
		await restore(read.backup, "replace", "0");
	});
}

/** Milliseconds from a JSON text to its records, and the mentions of the archive, written again. */
export async function parseAndPutRecords(): Promise<number> {
	const text = await readAll();
	const mentions = await (await database()).getAll("mentions");
	return timed(async () => {
		const records = JSON.parse(text) as { [store: string]: never[] };
		const transaction = (await database()).transaction(ALL, "readwrite");
		for (const store of STORES) {
			for (const record of records[store] ?? []) void transaction.objectStore(store).put(record);
		}
		for (const mention of mentions) void transaction.objectStore("mentions").put(mention);
		await transaction.done;
	});
}

async function readAll(): Promise<string> {
	const opened = await database();
	const records: { [store: string]: unknown[] } = {};
	for (const store of STORES) records[store] = await opened.getAll(store);
	return JSON.stringify(records);
}
