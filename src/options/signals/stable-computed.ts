import { computed, type ReadonlySignal } from "@preact/signals";
import { sameJson } from "../../core/json/same-json.ts";

/**
 * A computed signal that keeps its object while the value is the same as JSON, so that nothing is drawn
 * again.
 */
export function stableComputed<T>(compute: () => T): ReadonlySignal<T> {
	let last: T | undefined;
	return computed(() => {
		const now = compute();
		if (last === undefined || !sameJson(last, now)) last = now;
		return last;
	});
}

/** The same for a list of records. Each unchanged record also keeps its object. */
export function stableList<T extends { id: string }>(
	compute: () => readonly T[],
): ReadonlySignal<readonly T[]> {
	let last: readonly T[] = [];
	return computed(() => {
		const known = new Map(last.map((one) => [one.id, one]));
		const now = compute().map((one) => {
			const before = known.get(one.id);
			return before && sameJson(before, one) ? before : one;
		});
		if (now.length !== last.length || now.some((one, at) => one !== last[at])) last = now;
		return last;
	});
}
