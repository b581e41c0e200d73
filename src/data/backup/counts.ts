import { database } from "../db/database.ts";
import { BACKUP_STORES, type BackupCounts, byStore } from "./backup-file.ts";

/** The number of records of each kind, including those in the bin. The records themselves are not read. */
export async function counted(): Promise<BackupCounts> {
	const transaction = (await database()).transaction(BACKUP_STORES);
	const counts = await Promise.all(
		BACKUP_STORES.map((store) =>
			store === "derived"
				? transaction.objectStore(store).count("sections")
				: transaction.objectStore(store).count(),
		),
	);
	return byStore((store) => counts[BACKUP_STORES.indexOf(store)] ?? 0);
}

/** The same with the number of drafts that the editor sees, which are the open ones. */
export async function countedAsShown(): Promise<BackupCounts> {
	const open = await (await database()).countFromIndex(
		"drafts",
		"standing",
		IDBKeyRange.only([0, 0]),
	);
	return { ...(await counted()), drafts: open };
}
