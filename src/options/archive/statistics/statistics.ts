import { computed, type ReadonlySignal } from "@preact/signals";
import type { Overview } from "../../../core/statistics/overview.ts";
import { type ComparedWithUsual, compareWithUsual } from "../../../core/statistics/usual.ts";
import type { Stored } from "../../app/stored.ts";
import { headingOf } from "../../app/stored.ts";

/** The statistics of the newsletter as signals. */
export interface Statistics {
	/** The archive; null until it has been read, and while it is empty. */
	readonly overview: ReadonlySignal<Overview | null>;
	/** The present draft compared with the last issues, by section. */
	readonly usual: ReadonlySignal<readonly ComparedWithUsual[]>;
}

export function createStatistics(
	read: ReadonlySignal<Overview | null>,
	stored: Stored,
): Statistics {
	const overview = computed(() => (read.value?.issues ? read.value : null));
	return {
		overview,
		usual: computed(() => {
			const draft = stored.order.value.map(({ section, items }) => ({
				heading: headingOf(stored, section),
				items: items.length,
			}));
			return compareWithUsual(draft, overview.value?.last ?? []);
		}),
	};
}
