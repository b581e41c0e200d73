import { differingParts, partsOf, withParts } from "./parts.ts";
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
			if (last.field !== field || !isFollowing(last.replacements, replacements)) return null;
			const joined = joinReplacements(last.replacements, replacements);
			if (joined.every(({ before, after }) => isSame(before, after))) {
				return { ...last, undone: true };
			}
			return at - last.at < SAME_EDIT_MS ? { ...last, at, replacements: joined } : null;
		},
	};
}

/** Whether what the earlier steps changed is still as they left it when the later ones begin. */
function isFollowing(earlier: readonly Replacement[], later: readonly Replacement[]): boolean {
	return earlier.every(({ store, key, before, after }) => {
		const next = later.find((step) => step.store === store && step.key === key);
		if (!next?.before || !after) return !next;
		const changed = before ? differingParts(after, before) : partsOf(after);
		return Object.keys(differingParts(after, next.before)).every((part) => !(part in changed));
	});
}

/** One step for each record, which changes the parts that the earlier and the later ones changed. */
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
 * What a record was before two steps. Parts that neither of them changed are as the later one found
 * them: it would otherwise seem to have changed what something else did in between.
 */
function beforeBoth(earlier: Replacement | undefined, { before }: Replacement): Kept {
	if (!earlier?.before || !earlier.after || !before) return earlier ? earlier.before : before;
	return withParts(before, differingParts(earlier.before, earlier.after));
}

function isSame(before: Kept, after: Kept): boolean {
	if (!before || !after) return before === after;
	return Object.keys(differingParts(before, after)).length === 0;
}

type Kept = UndoableRecord | undefined;
