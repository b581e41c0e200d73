import type { HistoryEntry, Replacement, UndoableRecord } from "./records.ts";

/** Typing in one field is one change while its pauses are shorter than this. */
const SAME_EDIT_MS = 3_000;

/** Tells this page from others: what two pages type into one field are two steps of Undo. */
const PAGE = crypto.randomUUID();

/** That a change is typing in a field, so that a burst of it is one step of Undo. */
export interface Typing {
	field: string;
	/**
	 * What the last entry of the history becomes by it; null where it is a change of its own.
	 *
	 * @param at in milliseconds since 1970
	 */
	onto(last: HistoryEntry, replacements: readonly Replacement[], at: number): HistoryEntry | null;
}

/**
 * Marks a change as typing in one field, named as `item/ID/note`. It joins the last change where that was typing in the
 * same field a moment ago. Where it puts back what stood there before, as the browser's own Undo
 * does, the last change is undone instead.
 */
export function typedIn(name: string): Typing {
	const field = `${name}@${PAGE}`;
	return {
		field,
		onto(last, replacements, at) {
			if (last.field !== field) return null;
			if (isTakenBack(last.replacements, replacements)) return { ...last, undone: true };
			if (at - last.at >= SAME_EDIT_MS) return null;
			return { ...last, at, replacements: joinReplacements(last.replacements, replacements) };
		},
	};
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

/** Whether typing has put back what stood there before the last typing in the field. */
function isTakenBack(earlier: readonly Replacement[], later: readonly Replacement[]): boolean {
	return later.every(({ key, after }) =>
		earlier.some((step) => step.key === key && wordsOf(step.before) === wordsOf(after)),
	);
}

/** What a record says, whenever its parts were changed. */
function wordsOf(record: UndoableRecord | undefined): string {
	return JSON.stringify({ ...record, changed: 0 });
}
