import type { IDBPDatabase } from "idb";
import type { GitConnection } from "../../connections/connection.ts";
import { announce, type StoreName } from "../../data/db/changes.ts";
import { database } from "../../data/db/database.ts";
import { SHARE_STATE } from "../../data/db/outbox.ts";
import { placeAfter } from "../../data/db/places.ts";
import { type DraftRecord, type ItemRecord, SAMPLE, SHELF } from "../../data/db/records.ts";
import { stamped } from "../../data/db/stamped.ts";
import { isOpen } from "../../data/drafts/drafts.ts";
import { itemsInOrder } from "../../data/items/items.ts";
import { GALLEY_KINDS } from "../galley-kinds.ts";
import { strayRecords } from "./closed-drafts.ts";
import {
	type DatabaseRecordsOptions,
	databaseRecords,
	OUTBOX,
	type RecordWrite,
	SHARING,
} from "./database-records.ts";
import type { MergedVersions, SharedRecord, SharedRecords } from "./shared-records.ts";

type MergeTransaction = Parameters<DatabaseRecordsOptions["writesAfterMerge"]>[1];

/** The address and the branch that drafts are shared on, which identify the state of sharing. */
export function branchNameOf({ address, sharedBranch }: GitConnection): string {
	return `${address} ${sharedBranch}`;
}

/**
 * The shared records of this browser: drafts, items, sponsors and the house style.
 *
 * @param of the address and the branch that they are shared on
 */
export function galleyRecords(of: string): SharedRecords {
	return databaseRecords({
		of,
		database: async () => (await database()) as unknown as IDBPDatabase<unknown>,
		kinds: GALLEY_KINDS,
		async toShare(from) {
			const refs = GALLEY_KINDS.map(async ({ name }) =>
				(await from.getAllKeys(name)).map((id) => ({ kind: name, id: String(id) })),
			);
			return (await Promise.all(refs)).flat();
		},
		writesAfterMerge,
		onWrite: (stores) => announce(stores as StoreName[]),
	});
}

/** Starts sharing: the next sync sends all records to the branch, or merges them with those on it. */
export async function startSharing(): Promise<void> {
	const opened = await database();
	if (await opened.getKey("sharing", SHARE_STATE)) return;
	await opened.put("sharing", { base: null }, SHARE_STATE);
}

/** Stops sharing: changes are no longer recorded for the branch. The records themselves do not change. */
export async function stopSharing(): Promise<void> {
	const transaction = (await database()).transaction([SHARING, OUTBOX], "readwrite");
	await transaction.objectStore(SHARING).clear();
	await transaction.objectStore(OUTBOX).clear();
	await transaction.done;
	announce([OUTBOX]);
}

/**
 * Further changes that are needed after a merge. If the current draft was published or deleted elsewhere,
 * another open draft becomes the current one. If this browser joins with an untouched draft, an existing
 * shared draft becomes the current one. Items in a closed draft that were not part of its issue move to the
 * current draft.
 */
async function writesAfterMerge(
	merges: readonly MergedVersions[],
	transaction: MergeTransaction,
): Promise<RecordWrite[]> {
	if (!merges.some(({ kind }) => kind === "drafts" || kind === "items")) return [];
	const drafts = new Map<string, DraftRecord>();
	for (const draft of (await transaction.objectStore("drafts").getAll()) as DraftRecord[]) {
		drafts.set(draft.id, draft);
	}
	const setting = await transaction.objectStore("settings").get("currentDraft");
	const current = drafts.get(String((setting as SharedRecord | undefined)?.value));
	const joining = await isJoining(transaction, merges, current);
	const home = homeOf([...drafts.values()], current, joining);
	const writes: RecordWrite[] = [];
	if (home && home !== current) {
		writes.push(write("settings", { key: "currentDraft", value: home.id }));
		if (current && joining) {
			writes.push(write("drafts", { ...current, deletedAt: Math.max(current.createdAt, 1) }));
		}
	}
	const strays = await straysIn(merges, drafts, transaction);
	const last = new Map(
		itemsInOrder(await itemsOf(transaction, home?.id ?? SHELF)).map((item) => [
			item.section,
			item.place,
		]),
	);
	for (const item of strays) {
		const place = placeAfter(last.get(item.section) ?? null);
		last.set(item.section, place);
		const parts = { draftId: home?.id ?? SHELF, place };
		writes.push(write("items", { ...item, ...parts, changed: stamped(item.changed, parts) }));
	}
	return writes;
}

function write(kind: string, record: object): RecordWrite {
	return { kind, record: record as SharedRecord };
}

/** Whether this browser joins others and its current draft is untouched and unknown to them. */
async function isJoining(
	transaction: MergeTransaction,
	merges: readonly MergedVersions[],
	current: DraftRecord | undefined,
): Promise<boolean> {
	if (!current || !isOpen(current) || Object.keys(current.changed).length > 0) return false;
	const state = await transaction.objectStore(SHARING).get(SHARE_STATE);
	if ((state as { base: string | null } | undefined)?.base) return false;
	if (merges.some(({ kind, id, theirs }) => kind === "drafts" && id === current.id && theirs)) {
		return false;
	}
	const has = async (store: string) =>
		(await transaction.objectStore(store).index("draft").getKey(current.id)) !== undefined;
	return !(await has("items")) && !(await has("sponsors"));
}

/** The current draft, or else the open draft with the lowest number. */
function homeOf(
	drafts: readonly DraftRecord[],
	current: DraftRecord | undefined,
	joining: boolean,
): DraftRecord | undefined {
	const open = drafts
		.filter((draft) => isOpen(draft) && !draft.sample && draft.id !== SAMPLE)
		.sort((one, other) => (one.number ?? 0) - (other.number ?? 0) || (one.id < other.id ? -1 : 1));
	const others = open.filter((draft) => draft !== current);
	if (current && isOpen(current)) return joining ? (others[0] ?? current) : current;
	return others[0];
}

async function itemsOf(transaction: MergeTransaction, draftId: string): Promise<ItemRecord[]> {
	return (await transaction.objectStore("items").index("draft").getAll(draftId)) as ItemRecord[];
}

/** The items that one machine added to a draft while another machine closed that draft. */
async function straysIn(
	merges: readonly MergedVersions[],
	drafts: ReadonlyMap<string, DraftRecord>,
	transaction: MergeTransaction,
): Promise<ItemRecord[]> {
	const closing = new Map(
		merges.filter(({ kind }) => kind === "drafts").map((merge) => [merge.id, merge]),
	);
	const items = merges.filter(({ kind }) => kind === "items");
	const strays = strayRecords(items, (id) => {
		const draft = drafts.get(id) as SharedRecord | undefined;
		return closing.get(id) ?? { mine: draft, theirs: draft, merged: draft };
	});
	const now = await Promise.all(
		strays.map(({ id }) => transaction.objectStore("items").get(id) as Promise<ItemRecord>),
	);
	return itemsInOrder(now);
}
