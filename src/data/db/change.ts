import { unchosenSetting } from "../settings/setting-defaults.ts";
import { abortOnError } from "./abort-on-error.ts";
import { CHANGE_STORES } from "./change-stores.ts";
import type { ChangedStore, ChangeTransaction } from "./change-transaction.ts";
import { announce } from "./changes.ts";
import { database } from "./database.ts";
import { addToHistory } from "./history.ts";
import { NumberTaken, numberTaken } from "./number-taken.ts";
import { addToOutbox, isSharing, mayBeShared } from "./outbox.ts";
import { type ReadTransaction, readTransaction } from "./read-transaction.ts";
import type { ChangeKind, HistoryEntry, RecordRef, Replacement, UndoableStore } from "./records.ts";
import { replace } from "./replacing.ts";
import type { GalleySchema } from "./schema.ts";
import type { Typing } from "./typing.ts";

/** The stores that Undo and Redo may read or write, for every kind of change. */
const STORES: ChangedStore[] = [
	"drafts",
	"items",
	"sponsors",
	"archive",
	"mentions",
	"settings",
	"history",
	"outbox",
	"sharing",
];

const HISTORY = ["history"] as const;

/** The stores that every change uses in addition to those of its kind. */
const ALWAYS = [...HISTORY, "outbox", "sharing"] as const;

/** The operations that a change may use. It may await nothing else, because the transaction would end. */
export interface Edit {
	readonly stores: ChangeTransaction;
	/**
	 * Writes a record and remembers what it replaced. Archived issues are written by `archive-changes.ts`,
	 * together with their mentions.
	 */
	put<S extends UndoableStore>(store: S, record: GalleySchema[S]["value"]): Promise<void>;
	/**
	 * Removes a record and remembers it. Only for archived issues, through `archive-changes.ts`, and for
	 * records of the sample. All other records are marked as deleted instead.
	 */
	remove(store: UndoableStore, key: string): Promise<void>;
	/** Writes a record that nobody would want to undo, such as the first empty draft. */
	putForGood<S extends UndoableStore>(store: S, record: GalleySchema[S]["value"]): Promise<void>;
}

/**
 * Makes every change to the records: runs `work` in one transaction over the stores of `kind`, records for
 * Undo what was replaced, and resolves when the transaction is safely on disk. If `work` throws, nothing is
 * changed.
 *
 * @param typing marks typing in one field, so that several keystrokes are one step of Undo; null for other
 *   changes
 */
export async function change<T>(
	kind: ChangeKind | "unrecorded",
	typing: Typing | null,
	work: (edit: Edit) => Promise<T>,
): Promise<T> {
	const stores: ChangedStore[] = [...CHANGE_STORES[kind], ...ALWAYS];
	const transaction = (await database()).transaction(stores, "readwrite", {
		durability: "strict",
	});
	const replacements: Replacement[] = [];
	const touched = new Map<UndoableStore, Set<string>>();
	const touch = (store: UndoableStore, key: string) =>
		touched.set(store, (touched.get(store) ?? new Set()).add(key));
	const edit: Edit = {
		stores: transaction,
		async put(store, record) {
			const key = "id" in record ? record.id : record.key;
			const unchosen = store === "settings" ? unchosenSetting(key) : undefined;
			const before = (await transaction.objectStore(store).get(key)) ?? unchosen;
			replacements.push({ store, key, before, after: record });
			await edit.putForGood(store, record);
		},
		async remove(store, key) {
			const before = await transaction.objectStore(store).get(key);
			if (!before) return;
			replacements.push({ store, key, before, after: undefined });
			touch(store, key);
			await transaction.objectStore(store).delete(key);
		},
		async putForGood(store, record) {
			touch(store, "id" in record ? record.id : record.key);
			await transaction.objectStore(store).put(record);
		},
	};
	const result = await abortOnError(transaction, async () => {
		const value = await work(edit);
		if (replacements.length > 0 && kind !== "unrecorded") {
			await addToHistory(transaction, { kind, replacements }, typing);
		}
		const refs = [...touched].flatMap(([store, keys]) =>
			[...keys].map((id) => ({ kind: store, id })),
		);
		await addChangesToOutbox(transaction, refs);
		return value;
	});
	if (touched.size > 0) {
		announce([...touched.keys(), ...(replacements.length > 0 ? HISTORY : [])]);
	}
	return result;
}

/**
 * Undoes the last change. Resolves to that change, or to null when there is none. Rejects with
 * `NumberTaken` when the archive now has another issue with the number. That change then remains, and the
 * next call undoes the change before it.
 */
export function undo(): Promise<HistoryEntry | null> {
	return undoOrRedo("undo");
}

/**
 * Redoes the last undone change. Resolves to that change, or to null when there is none. Rejects with
 * `NumberTaken` like `undo`, and then changes nothing.
 */
export function redo(): Promise<HistoryEntry | null> {
	return undoOrRedo("redo");
}

/** The kinds of change that Undo and Redo would apply to. */
export async function undoable(): Promise<UndoableSteps> {
	return undoableIn(await readTransaction(["history"]));
}

export interface UndoableSteps {
	undo: ChangeKind | null;
	redo: ChangeKind | null;
}

/** Does the same inside a transaction. */
export async function undoableIn(reading: ReadTransaction): Promise<UndoableSteps> {
	let redoable: ChangeKind | null = null;
	let cursor = await reading.objectStore("history").openCursor(null, "prev");
	while (cursor?.value.undone) {
		redoable = cursor.value.kind;
		cursor = await cursor.continue();
	}
	return { undo: cursor?.value.kind ?? null, redo: redoable };
}

async function undoOrRedo(direction: "undo" | "redo"): Promise<HistoryEntry | null> {
	const transaction = (await database()).transaction(STORES, "readwrite", {
		durability: "strict",
	});
	const entry = await abortOnError(transaction, async () => {
		const found = await nextEntry(transaction, direction);
		if (!found) return null;
		const taken = await numberTaken(transaction, found, direction);
		if (taken) {
			// Otherwise, no earlier change could be undone.
			if (direction === "undo" && found.id)
				await transaction.objectStore("history").delete(found.id);
			return taken;
		}
		const replacements = [...found.replacements];
		const order = [...replacements.entries()];
		for (const [at, step] of direction === "undo" ? order.reverse() : order) {
			replacements[at] = await replace(transaction, step, direction);
		}
		const replayed = { ...found, replacements, undone: direction === "undo" };
		await transaction.objectStore("history").put(replayed);
		await addChangesToOutbox(
			transaction,
			replacements.map(({ store, key }) => ({ kind: store, id: key })),
		);
		return replayed;
	});
	if (entry instanceof NumberTaken) {
		announce(HISTORY);
		throw entry;
	}
	if (entry) announce([...new Set(entry.replacements.map(({ store }) => store)), "history"]);
	return entry;
}

/** If drafts are shared, records the changes for the next sync. */
async function addChangesToOutbox(
	transaction: ChangeTransaction,
	refs: readonly RecordRef[],
): Promise<void> {
	const shared = refs.filter(mayBeShared);
	if (shared.length === 0 || !(await isSharing(transaction))) return;
	await Promise.all(shared.map((ref) => addToOutbox(transaction, ref)));
}

/** For undo, the newest change that is not undone; for redo, the oldest of the undone changes after it. */
async function nextEntry(
	transaction: ChangeTransaction,
	direction: "undo" | "redo",
): Promise<HistoryEntry | null> {
	let cursor = await transaction.objectStore("history").openCursor(null, "prev");
	let oldestUndone: HistoryEntry | null = null;
	while (cursor?.value.undone) {
		oldestUndone = cursor.value;
		cursor = await cursor.continue();
	}
	return direction === "undo" ? (cursor?.value ?? null) : oldestUndone;
}
