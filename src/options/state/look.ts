import { computed, type ReadonlySignal } from "@preact/signals";
import type { Items } from "./items.ts";
import type { Span } from "./locate.ts";
import { type Previewed, spanOf } from "./preview.ts";

/** What the preview shows: an issue in both ways, and what is marked in each. */
export interface Look {
	previewed: Previewed;
	reading: Span | null;
	markdown: Span | null;
}

/** The draft, with the item that is being edited marked in it. */
export function lookAtItem(
	preview: ReadonlySignal<Previewed | null>,
	{ current }: Pick<Items, "current">,
): ReadonlySignal<Look | null> {
	return computed(() => {
		const previewed = preview.value;
		if (!previewed) return null;
		const id = current.value;
		return {
			previewed,
			reading: spanOf(previewed, "reading", id),
			markdown: spanOf(previewed, "markdown", id),
		};
	});
}
