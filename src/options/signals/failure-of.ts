import { computed, type ReadonlySignal } from "@preact/signals";
import type { LiveQuery } from "../../data/db/live-query.ts";
import { failureSentence, type Task } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** The sentence about the last failed read of a query; null if the last read succeeded. */
export function failureOf(
	{ error }: Pick<LiveQuery<unknown>, "error">,
	task: Task,
): ReadonlySignal<Sentence | null> {
	return computed(() => (error.value === null ? null : failureSentence(task, error.value)));
}
