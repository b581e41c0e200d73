import {
	draggable,
	dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import { type ReadonlySignal, signal } from "@preact/signals";
import { translateCount } from "../../../extension/strings.ts";
import type { ItemPlace } from "./places.ts";

const at = signal<ItemPlace | null>(null);

/** Where the dragged items would be dropped; null when they are not over a section. */
export const dropAt: ReadonlySignal<ItemPlace | null> = at;

const moving = signal<readonly string[]>([]);

/** The items being dragged. */
export const dragged: ReadonlySignal<readonly string[]> = moving;

type Move = (ids: readonly string[], place: ItemPlace) => Promise<void>;

/** Marks the dragged data as Galley's items. Other data is ignored. */
const ITEMS = "galley-items";

interface Dragged {
	id: string;
	section: string;
	/** The items that are dragged with an item: the selection if the item is in it, else the item alone. */
	around(id: string): readonly string[];
}

/** Makes an item draggable by its header, and lets other items be dropped above or below it. */
export function draggableItem(
	{ element, handle }: { element: HTMLElement; handle: HTMLElement },
	{ id, section, around }: Dragged,
): () => void {
	return combine(
		draggable({
			element,
			dragHandle: handle,
			getInitialData: () => ({ [ITEMS]: around(id) }),
			onGenerateDragPreview({ nativeSetDragImage }) {
				const { length } = around(id);
				if (length < 2) return;
				setCustomNativeDragPreview({
					nativeSetDragImage,
					render({ container }) {
						const preview = document.createElement("div");
						preview.className = "drag-preview";
						preview.textContent = translateCount("optionsItems", length);
						container.append(preview);
					},
				});
			},
			onDragStart: () => {
				moving.value = around(id);
			},
			onDrop: () => {
				moving.value = [];
				at.value = null;
			},
		}),
		dropTargetForElements({
			element,
			canDrop: ({ source }) => ITEMS in source.data,
			getData: ({ input }) => {
				const { top, height } = element.getBoundingClientRect();
				const above = input.clientY < top + height / 2;
				return { section, before: above ? id : nextItem(element) };
			},
			onDrag: ({ self }) => show(placeOf(self.data)),
		}),
	);
}

/** Lets items be dropped on a whole list. Where no item is under the pointer, they go to its end. */
export function listTarget(list: HTMLElement, section: string, move: Move): () => void {
	return dropTargetForElements({
		element: list,
		canDrop: ({ source }) => ITEMS in source.data,
		getData: () => ({ section, before: null }),
		onDrag: ({ self, location }) => {
			if (location.current.dropTargets[0]?.element === self.element) show(placeOf(self.data));
		},
		onDragLeave: () => show(null),
		onDrop: ({ source, location }) => {
			const place = placeOf(location.current.dropTargets[0]?.data ?? {});
			const ids = source.data[ITEMS];
			if (place && Array.isArray(ids)) void move(ids, place);
		},
	});
}

/** Every move of the pointer calls this. The signal changes only if the place does. */
function show(place: ItemPlace | null): void {
	const shown = at.peek();
	if (shown?.section !== place?.section || shown?.before !== place?.before) at.value = place;
}

function placeOf(data: Record<string | symbol, unknown>): ItemPlace | null {
	const { section, before } = data;
	return typeof section === "string"
		? { section, before: typeof before === "string" ? before : null }
		: null;
}

/** The next item in the same list, by the id that its element has. */
function nextItem(element: HTMLElement): string | null {
	const next = element.nextElementSibling;
	return next instanceof HTMLElement ? (next.dataset.item ?? null) : null;
}
