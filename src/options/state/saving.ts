import { type ReadonlySignal, signal } from "@preact/signals";
import type { Sentence } from "./sentence.ts";
import { saveFailure } from "./storage-failure.ts";
import type { Stored } from "./stored.ts";

/** Writes under way, and the last one that failed. */
export interface Saving {
	readonly underWay: ReadonlySignal<number>;
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Runs a write. Resolves to its value in `done`, or null when it failed and was said so. */
	run<T>(write: () => Promise<T>): Promise<{ done: T } | null>;
}

export function createSaving(): Saving {
	const underWay = signal(0);
	const failure = signal<Sentence | null>(null);
	return {
		underWay,
		failure,
		async run(write) {
			underWay.value += 1;
			try {
				const done = await write();
				failure.value = null;
				return { done };
			} catch (error) {
				failure.value = saveFailure(error);
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
): Promise<boolean> {
	const saved = await saving.run(async () => {
		await write();
		await stored.refresh();
	});
	return saved !== null;
}
