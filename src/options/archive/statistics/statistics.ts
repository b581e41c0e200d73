import { computed, type ReadonlySignal } from "@preact/signals";
import type { Overview } from "../../../core/statistics/overview.ts";
import { type AgainstUsual, againstUsual } from "../../../core/statistics/usual.ts";
import type { Stored } from "../../app/stored.ts";
import { headingOf } from "../../app/stored.ts";

/** The newsletter to be looked at rather than read. */
export interface Statistics {
	/** The archive; null until it has been read, and while there is nothing in it. */
	readonly overview: ReadonlySignal<Overview | null>;
	/** The draft as it is now, section by section, against the last issues. */
	readonly usual: ReadonlySignal<readonly AgainstUsual[]>;
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
			return againstUsual(draft, overview.value?.last ?? []);
		}),
	};
}
