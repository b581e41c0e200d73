import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Items } from "../items/items.ts";
import type { Span } from "./locate.ts";
import { type Previewed, spanOf } from "./preview-state.ts";

/** What the preview shows: an issue in both ways, and what is marked in each. */
export interface Look {
	previewed: Previewed;
	reading: Span | null;
	markdown: Span | null;
}

/** The preview follows the focus once it has rested this long, in milliseconds. */
const REST_MS = 60;

/** The draft, with the item that is being edited marked in it. */
export function lookAtItem(
	preview: ReadonlySignal<Previewed | null>,
	{ current }: Pick<Items, "current">,
): ReadonlySignal<Look | null> {
	const followed = signal(current.peek());
	let timer: ReturnType<typeof setTimeout> | undefined;
	effect(() => {
		const now = current.value;
		clearTimeout(timer);
		// Marking lays out a long issue anew: a key that leads from item to item never waits for it.
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
