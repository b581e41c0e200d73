import { computed, type ReadonlySignal } from "@preact/signals";
import type { LiveQuery } from "../../data/db/live-query.ts";
import { failureSentence, type Task } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** What is said of the last reading of a query, where that failed; null where it did not. */
export function failureOf(
	{ error }: Pick<LiveQuery<unknown>, "error">,
	task: Task,
): ReadonlySignal<Sentence | null> {
	return computed(() => (error.value === null ? null : failureSentence(task, error.value)));
}
