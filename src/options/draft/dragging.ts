import {
	draggable,
	dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Place } from "../state/places.ts";

const at = signal<Place | null>(null);

/** Where the item being dragged would land; null when nothing is dragged over a section. */
export const dropAt: ReadonlySignal<Place | null> = at;

type Move = (id: string, place: Place) => Promise<void>;

/** Marks what is dragged as one of our items: anything else is let pass. */
const ITEM = "galley-item";

/** Lets an item be dragged by its head, and others be dropped above or below it. */
export function draggableItem(
	{ element, handle }: { element: HTMLElement; handle: HTMLElement },
	{ id, section }: { id: string; section: string },
	onDragging: (dragging: boolean) => void,
): () => void {
	return combine(
		draggable({
			element,
			dragHandle: handle,
			getInitialData: () => ({ [ITEM]: id }),
			onDragStart: () => onDragging(true),
			onDrop: () => {
				onDragging(false);
				at.value = null;
			},
		}),
		dropTargetForElements({
			element,
			canDrop: ({ source }) => ITEM in source.data,
			getData: ({ input }) => {
				const { top, height } = element.getBoundingClientRect();
				const above = input.clientY < top + height / 2;
				return { section, before: above ? id : nextItem(element) };
			},
			onDrag: ({ self }) => show(placeOf(self.data)),
		}),
	);
}

/** Lets items be dropped on a whole list: where there is no other item, at its end. */
export function listTarget(list: HTMLElement, section: string, move: Move): () => void {
	return dropTargetForElements({
		element: list,
		canDrop: ({ source }) => ITEM in source.data,
		getData: () => ({ section, before: null }),
		onDrag: ({ self, location }) => {
			if (location.current.dropTargets[0]?.element === self.element) show(placeOf(self.data));
		},
		onDragLeave: () => show(null),
		onDrop: ({ source, location }) => {
			const place = placeOf(location.current.dropTargets[0]?.data ?? {});
			const id = source.data[ITEM];
			if (place && typeof id === "string") void move(id, place);
		},
	});
}

/** The place changes with every move of the pointer, but is drawn only where it is another. */
function show(place: Place | null): void {
	const shown = at.peek();
	if (shown?.section !== place?.section || shown?.before !== place?.before) at.value = place;
}

function placeOf(data: Record<string | symbol, unknown>): Place | null {
	const { section, before } = data;
	return typeof section === "string"
		? { section, before: typeof before === "string" ? before : null }
		: null;
}

/** The item below in the same list, by the id its element carries. */
function nextItem(element: HTMLElement): string | null {
	const next = element.nextElementSibling;
	return next instanceof HTMLElement ? (next.dataset.item ?? null) : null;
}
