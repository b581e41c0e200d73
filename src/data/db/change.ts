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

/** What a step of Undo may touch, of whatever kind it is, and the history that says which it is. */
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

/** What every change touches beside the stores of its kind. */
const ALWAYS = [...HISTORY, "outbox", "sharing"] as const;

/** What the work of a change may do. Nothing but these may be awaited inside it. */
export interface Edit {
	readonly stores: ChangeTransaction;
	/**
	 * Writes a record, and remembers what it replaced. An archived issue has mentions to go with it:
	 * `archive-changes.ts` writes both.
	 */
	put<S extends UndoableStore>(store: S, record: GalleySchema[S]["value"]): Promise<void>;
	/**
	 * Takes a record away, and remembers it: for archived issues, by `archive-changes.ts`, and what
	 * is the sample's. Everything else is marked deleted and not removed.
	 */
	remove(store: UndoableStore, key: string): Promise<void>;
	/** Writes a record that nobody would think of undoing, such as a first, empty draft. */
	putForGood<S extends UndoableStore>(store: S, record: GalleySchema[S]["value"]): Promise<void>;
}

/**
 * The one door for changes: runs `work` in one transaction over the stores of `kind`, keeps what it
 * replaced for Undo, and resolves once the transaction is safely on disk. If `work` throws, nothing
 * is changed.
 *
 * @param typing marks typing in one field, so that a burst of it is undone at once; null for none
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
 * Takes back the last change that stands. Resolves to it, or to null when there is none. Rejects
 * with `NumberTaken` when the archive has come to have another issue of the number since: that
 * change stays, and the next Undo goes on with the one before it.
 */
export function undo(): Promise<HistoryEntry | null> {
	return travel("undo");
}

/**
 * Makes the last undone change again. Resolves to it, or to null when there is none. Rejects with
 * `NumberTaken` as `undo` does; then nothing has been changed.
 */
export function redo(): Promise<HistoryEntry | null> {
	return travel("redo");
}

/** The change that Undo would take back and the one that Redo would make again. */
export async function undoable(): Promise<UndoableSteps> {
	return undoableIn(await readTransaction(["history"]));
}

export interface UndoableSteps {
	undo: ChangeKind | null;
	redo: ChangeKind | null;
}

/** The same inside a transaction. */
export async function undoableIn(reading: ReadTransaction): Promise<UndoableSteps> {
	let redoable: ChangeKind | null = null;
	let cursor = await reading.objectStore("history").openCursor(null, "prev");
	while (cursor?.value.undone) {
		redoable = cursor.value.kind;
		cursor = await cursor.continue();
	}
	return { undo: cursor?.value.kind ?? null, redo: redoable };
}

async function travel(direction: "undo" | "redo"): Promise<HistoryEntry | null> {
	const transaction = (await database()).transaction(STORES, "readwrite", {
		durability: "strict",
	});
	const entry = await abortOnError(transaction, async () => {
		const found = await nextEntry(transaction, direction);
		if (!found) return null;
		const taken = await numberTaken(transaction, found, direction);
		if (taken) {
			// It would stand in the way of all that can still be taken back.
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

/** While drafts are shared, notes what was changed for the next sync. */
async function addChangesToOutbox(
	transaction: ChangeTransaction,
	refs: readonly RecordRef[],
): Promise<void> {
	const shared = refs.filter(mayBeShared);
	if (shared.length === 0 || !(await isSharing(transaction))) return;
	await Promise.all(shared.map((ref) => addToOutbox(transaction, ref)));
}

/** Undo goes to the newest change that stands, redo to the oldest of those undone after it. */
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
