import type { IDBPDatabase, IDBPTransaction } from "idb";
import { sameJson } from "../../core/json/same-json.ts";
import { addToOutbox, SHARE_STATE } from "../../data/db/outbox.ts";
import {
	type MergedVersions,
	type PendingRecord,
	type RecordRef,
	type RecordUpdate,
	recordId,
	type SharedKind,
	type SharedRecord,
	type SharedRecords,
	type ShareState,
} from "./shared-records.ts";

/** The store of records that have changed and may not be on the branch yet; its keys are kind and id. */
export const OUTBOX = "outbox";
/** The store with the state of the branch. */
export const SHARING = "sharing";

type AnyDatabase = IDBPDatabase<unknown>;
type Writing = IDBPTransaction<unknown, string[], "readwrite">;

/** A record to write, and its store. */
export interface RecordWrite {
	kind: string;
	record: SharedRecord;
}

export interface DatabaseRecordsOptions {
	database(): Promise<AnyDatabase>;
	kinds: readonly SharedKind[];
	/** All records that another machine needs when it joins. */
	toShare(database: AnyDatabase): Promise<RecordRef[]>;
	/**
	 * Returns further changes that are needed after a merge. They are written together with the merge and
	 * sent to the branch. The function may only await the transaction.
	 */
	writesAfterMerge(merges: readonly MergedVersions[], transaction: Writing): Promise<RecordWrite[]>;
	/** The address and the branch of the repository. State that was stored for another one is ignored. */
	of?: string;
	/** Called with the stores that were written to. */
	onWrite(stores: readonly string[]): void;
}

/** The shared records in IndexedDB: each kind is in the store with its name. */
export function databaseRecords(options: DatabaseRecordsOptions): SharedRecords {
	const { kinds, writesAfterMerge, onWrite } = options;
	const ofBranch = options.of === undefined ? {} : { of: options.of };
	const stores = [...kinds.map(({ name }) => name), OUTBOX, SHARING];

	async function apply(update: RecordUpdate): Promise<boolean> {
		const database = await options.database();
		const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
		const written = new Set<string>();
		const put = (kind: string, record: SharedRecord) => {
			written.add(kind);
			return transaction.objectStore(kind).put(record);
		};
		try {
			for (const { kind, id, mine } of update.merges) {
				const now = await transaction.objectStore(kind).get(id);
				if (sameJson(now ?? null, mine ?? null)) continue;
				transaction.abort();
				await transaction.done.catch(() => {});
				return false;
			}
			for (const { kind, mine, merged } of update.merges) {
				if (!sameJson(mine ?? null, merged)) await put(kind, merged);
			}
			for (const { kind, record } of await writesAfterMerge(update.merges, transaction)) {
				await put(kind, record);
				await addToOutbox(transaction as never, { kind, id: recordId(record) });
			}
			for (const ref of update.pending) await addToOutbox(transaction as never, ref);
			await removeFromOutbox(transaction, update.acknowledged);
			await transaction.objectStore(SHARING).put({ ...update.state, ...ofBranch }, SHARE_STATE);
			await transaction.done;
		} catch (error) {
			await transaction.done.catch(() => {});
			throw error;
		}
		if (written.size > 0) onWrite([...written]);
		return true;
	}

	return {
		kinds,
		apply,
		async state() {
			const known = (await (await options.database()).get(SHARING, SHARE_STATE)) as
				| ShareState
				| undefined;
			return known && known.of === options.of ? { base: known.base } : { base: null };
		},
		async pending() {
			return (await (await options.database()).getAll(OUTBOX)) as PendingRecord[];
		},
		async toShare() {
			return options.toShare(await options.database());
		},
		async read(refs) {
			const names = [...new Set(refs.map(({ kind }) => kind))];
			if (names.length === 0) return [];
			const transaction = (await options.database()).transaction(names);
			return Promise.all(
				refs.map(
					({ kind, id }) =>
						transaction.objectStore(kind).get(id) as Promise<SharedRecord | undefined>,
				),
			);
		},
	};
}

async function removeFromOutbox(
	transaction: Writing,
	acknowledged: readonly PendingRecord[],
): Promise<void> {
	const outbox = transaction.objectStore(OUTBOX);
	for (const { kind, id, mark } of acknowledged) {
		const now = (await outbox.get([kind, id])) as PendingRecord | undefined;
		// If the record has changed again since, it stays in the outbox.
		if (now?.mark === mark) await outbox.delete([kind, id]);
	}
}
