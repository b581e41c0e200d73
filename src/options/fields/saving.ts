import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";

/** The writes that are running, and those that failed. */
export interface Saving {
	readonly underWay: ReadonlySignal<number>;
	/**
	 * Why the last write failed. The failure of typed text remains until that text is saved. Any other
	 * failure remains until the next successful write.
	 */
	readonly failure: ReadonlySignal<Sentence | null>;
	/**
	 * Runs a write. Resolves to its value in `done`, or to null if it failed; the failure is reported.
	 *
	 * @param pending whether the text that it writes is still unsaved
	 */
	run<T>(write: () => Promise<T>, pending?: ReadonlySignal<boolean>): Promise<{ done: T } | null>;
}

interface Failed {
	sentence: Sentence;
	/** Null if the write is not for typed text. */
	pending: ReadonlySignal<boolean> | null;
}

export function createSaving(): Saving {
	const underWay = signal(0);
	const failed = signal<readonly Failed[]>([]);

	/** The failures that remain: those of typed text, except the text of `pending`. */
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

/** Runs a write and then reads what is stored. Resolves to true when both have succeeded. */
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
