import type { ChangeTransaction } from "./change.ts";
import type { HistoryEntry, Replacement, UndoableRecord } from "./records.ts";

/** How many changes can be undone. */
const HISTORY_LENGTH = 500;

/** Typing in one field is one change while its pauses are shorter than this. */
const SAME_EDIT_MS = 3_000;

/**
 * Adds a change to the history, joined to the last one where both are typing in one field. Where
 * the typing has taken the last one back, that is undone instead.
 */
export async function remember(
	transaction: ChangeTransaction,
	change: Pick<HistoryEntry, "kind" | "field" | "replacements">,
): Promise<void> {
	const history = transaction.objectStore("history");
	const at = Date.now();
	const undone: number[] = [];
	let cursor = await history.openCursor(null, "prev");
	while (cursor?.value.undone) {
		undone.push(cursor.primaryKey);
		cursor = await cursor.continue();
	}
	const last = cursor?.value;
	const goesOn = last && change.field !== null && last.field === change.field ? last : null;
	if (goesOn && isTakenBack(goesOn.replacements, change.replacements)) {
		await history.put({ ...goesOn, undone: true });
		return;
	}
	// A new change ends what could have been redone.
	for (const id of undone) await history.delete(id);
	if (goesOn && at - goesOn.at < SAME_EDIT_MS) {
		const joined = joinReplacements(goesOn.replacements, change.replacements);
		await history.put({ ...goesOn, at, replacements: joined });
		return;
	}
	const id = await history.add({ ...change, at, undone: false });
	await history.delete(IDBKeyRange.upperBound(id - HISTORY_LENGTH));
}

/**
 * Whether typing has put back what stood there before the last typing in the field, as the
 * browser's own Undo does.
 */
function isTakenBack(earlier: readonly Replacement[], later: readonly Replacement[]): boolean {
	return later.every(({ key, after }) =>
		earlier.some((step) => step.key === key && wordsOf(step.before) === wordsOf(after)),
	);
}

/** What a record says, whenever its parts were changed. */
function wordsOf(record: UndoableRecord | undefined): string {
	return JSON.stringify({ ...record, changed: 0 });
}

function joinReplacements(
	earlier: readonly Replacement[],
	later: readonly Replacement[],
): Replacement[] {
	const joined = new Map(earlier.map((step) => [`${step.store}/${step.key}`, step]));
	for (const step of later) {
		const name = `${step.store}/${step.key}`;
		joined.set(name, { ...step, before: (joined.get(name) ?? step).before });
	}
	return [...joined.values()];
}
