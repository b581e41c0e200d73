/** Measures backups, and for comparison JSON and one write of the same records. */
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { database } from "../../../src/data/db/database.ts";
import { restore } from "../../../src/data/restore/backup-restore.ts";
import { timed } from "./timed.ts";

const STORES = ["drafts", "items", "sponsors", "archive", "settings"] as const;
const ALL = [...STORES, "mentions"] as const;

/** Milliseconds for making the text of a backup. */
export function backUp(): Promise<number> {
	return timed(async () => backupText(await dumpRecords("0")));
}

/** Milliseconds for reading all records and converting them to one JSON text. */
export function stringifyAll(): Promise<number> {
	return timed(readAll);
}

/** Milliseconds for restoring the text of a backup in place of the present records. */
export async function restoreAll(): Promise<number> {
	const text = backupText(await dumpRecords("0"));
	return timed(async () => {
		const read = readBackup(text);
		if (!("backup" in read)) throw new Error(`The backup was refused: ${JSON.stringify(read)}`);
		await restore(read.backup, "replace", "0");
	});
}

/** Milliseconds for parsing a JSON text and writing its records and the mentions of the archive again. */
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
