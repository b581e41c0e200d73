import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";

/** Writes under way, and those that failed. */
export interface Saving {
	readonly underWay: ReadonlySignal<number>;
	/**
	 * Why the last write failed. That of words stands for as long as these are not saved, whatever
	 * else is; any other until the next write that succeeds.
	 */
	readonly failure: ReadonlySignal<Sentence | null>;
	/**
	 * Runs a write. Resolves to its value in `done`, or null when it failed and was said so.
	 *
	 * @param pending whether the words that it writes are still unsaved
	 */
	run<T>(write: () => Promise<T>, pending?: ReadonlySignal<boolean>): Promise<{ done: T } | null>;
}

interface Failed {
	sentence: Sentence;
	/** Null for what is no words. */
	pending: ReadonlySignal<boolean> | null;
}

export function createSaving(): Saving {
	const underWay = signal(0);
	const failed = signal<readonly Failed[]>([]);

	/** The failures that still stand, of anything but `pending` and what is no words. */
	const others = (pending: ReadonlySignal<boolean> | null) =>
		failed.peek().filter((one) => one.pending?.peek() && one.pending !== pending);

	return {
		underWay,
		failure: computed(() => {
			const left = failed.value.filter(({ pending }) => pending?.value ?? true);
			return left.at(-1)?.sentence ?? null;
		}),
		async run(write, pending) {
			underWay.value += 1;
			try {
				const done = await write();
				failed.value = others(pending ?? null);
				return { done };
			} catch (error) {
				const one = { sentence: failureSentence("save", error), pending: pending ?? null };
				failed.value = [...others(one.pending), one];
				return null;
			} finally {
				underWay.value -= 1;
			}
		},
	};
}

/** Runs a write and reads what is on disk afterwards. Resolves to true once all of it is done. */
export async function saveAndRead(
	stored: Pick<Stored, "refresh">,
	saving: Saving,
	write: () => Promise<unknown>,
	pending?: ReadonlySignal<boolean>,
): Promise<boolean> {
	const saved = await saving.run(async () => {
		await write();
		await stored.refresh();
	}, pending);
	return saved !== null;
}
