import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Items } from "../items/items.ts";
import type { Span } from "./locate.ts";
import { type Previewed, spanOf } from "./preview-state.ts";

/** What the preview shows: an issue in both forms, and what is marked in each. */
export interface MarkedPreview {
	previewed: Previewed;
	reading: Span | null;
	markdown: Span | null;
}

/** The preview follows the focus after the focus has not moved for this long, in milliseconds. */
const REST_MS = 60;

/** The draft, with the edited item marked. */
export function markCurrentItem(
	preview: ReadonlySignal<Previewed | null>,
	{ current }: Pick<Items, "current">,
): ReadonlySignal<MarkedPreview | null> {
	const followed = signal(current.peek());
	let timer: ReturnType<typeof setTimeout> | undefined;
	effect(() => {
		const now = current.value;
		clearTimeout(timer);
		// Marking an item in a long issue needs a new layout. The keys that move between items must not wait.
		timer = setTimeout(() => {
			followed.value = now;
		}, REST_MS);
	});
	return computed(() => {
		const previewed = preview.value;
		if (!previewed) return null;
		const id = followed.value;
		return {
			previewed,
			reading: spanOf(previewed, "reading", id),
			markdown: spanOf(previewed, "markdown", id),
		};
	});
}
