import { differingParts, partsOf, withParts } from "./parts.ts";
import type { HistoryEntry, Replacement, UndoableRecord } from "./records.ts";

/** Typing in one field is one change if its pauses are shorter than this. */
const SAME_EDIT_MS = 3_000;

/** Identifies this page: typing by two pages in one field makes two steps of Undo. */
const PAGE = crypto.randomUUID();

/** Marks a change as typing in a field, so that several keystrokes are one step of Undo. */
export interface Typing {
	field: string;
	/** Whether the change leaves any part different from before. */
	hasEffect(replacements: readonly Replacement[]): boolean;
	/**
	 * Returns the last entry of the history joined with this change; null if it is a separate change.
	 *
	 * @param at in milliseconds since 1970
	 */
	onto(last: HistoryEntry, replacements: readonly Replacement[], at: number): HistoryEntry | null;
}

/**
 * Marks a change as typing in one field with a name such as `item/ID/note`. It joins the last change if
 * that was typing in the same field a moment ago. If it restores the earlier text, as the browser's own
 * Undo does, the last change is marked as undone instead.
 */
export function typedIn(name: string): Typing {
	const field = `${name}@${PAGE}`;
	return {
		field,
		hasEffect: (replacements) => !replacements.every(isUnchanged),
		onto(last, replacements, at) {
			if (last.field !== field || !isFollowing(last.replacements, replacements)) return null;
			const joined = joinReplacements(last.replacements, replacements);
			if (joined.every(isUnchanged)) {
				return { ...last, undone: true };
			}
			return at - last.at < SAME_EDIT_MS ? { ...last, at, replacements: joined } : null;
		},
	};
}

/** Whether the parts that the earlier steps changed are still unchanged when the later steps begin. */
function isFollowing(earlier: readonly Replacement[], later: readonly Replacement[]): boolean {
	return earlier.every(({ store, key, before, after }) => {
		const next = later.find((step) => step.store === store && step.key === key);
		if (!next?.before || !after) return !next;
		const changed = before ? differingParts(after, before) : partsOf(after);
		return Object.keys(differingParts(after, next.before)).every((part) => !(part in changed));
	});
}

/** Joins the steps into one for each record, with the changes of both. */
function joinReplacements(
	earlier: readonly Replacement[],
	later: readonly Replacement[],
): Replacement[] {
	const joined = new Map(earlier.map((step) => [`${step.store}/${step.key}`, step]));
	for (const step of later) {
		const name = `${step.store}/${step.key}`;
		joined.set(name, { ...step, before: beforeBoth(joined.get(name), step) });
	}
	return [...joined.values()];
}

/**
 * The state of a record before two steps. Parts that neither step changed are taken from the later one.
 * Otherwise, the joined step would include changes made by something else in between.
 */
function beforeBoth(earlier: Replacement | undefined, { before }: Replacement): Kept {
	if (!earlier?.before || !earlier.after || !before) return earlier ? earlier.before : before;
	return withParts(before, differingParts(earlier.before, earlier.after));
}

/** Whether a record was replaced by one with the same parts. */
function isUnchanged({ before, after }: Replacement): boolean {
	if (!before || !after) return before === after;
	return Object.keys(differingParts(before, after)).length === 0;
}

type Kept = UndoableRecord | undefined;
