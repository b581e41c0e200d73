import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { toConsole } from "../../../core/errors/to-console.ts";
import { latestPublished } from "../../../data/archive/archive.ts";
import { onChange } from "../../../data/db/changes.ts";
import { DEFAULT_STYLE } from "../../../issue/style.ts";
import type { Stored } from "../../app/stored.ts";

/** What a newcomer has not done yet. */
export interface Beginnings {
	/** Whether nothing is in the archive; false until that has been read. */
	readonly archiveEmpty: ReadonlySignal<boolean>;
	/** Whether the house style is the one that Galley came with. */
	readonly styleUntouched: ReadonlySignal<boolean>;
	/** Reads the archive, and follows it until the returned function is called. */
	follow(): () => void;
}

export function createBeginnings({ style }: Pick<Stored, "style">): Beginnings {
	const archiveEmpty = signal(false);
	return {
		archiveEmpty,
		styleUntouched: computed(() => JSON.stringify(style.value) === JSON.stringify(DEFAULT_STYLE)),
		follow() {
			const read = () => {
				latestPublished()
					.then((latest) => {
						archiveEmpty.value = latest === null;
					})
					.catch(toConsole);
			};
			read();
			return onChange((stores) => {
				if (stores.includes("archive")) read();
			});
		},
	};
}
