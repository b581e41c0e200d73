import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { afterRender } from "../../ui/focus.ts";
import type { ItemList } from "./item-list.ts";
import { neighborOf, type Order } from "./places.ts";

/**
 * Keeps the focus in a list of items when the list changes for any reason. An item that moves is drawn
 * again in another place, and an item that is deleted, sent away or undone disappears. In both cases the
 * browser drops the focus. This returns it to the same control of the same item, with its caret. If the
 * item is gone, its successor gets the focus, or the button that adds an item to an empty section.
 */
export function useKeptFocus(list: ItemList): void {
	useEffect(() => {
		let before: readonly Order[] = list.order.peek();
		return effect(() => {
			const now = list.order.value;
			const left = before;
			before = now;
			// The signals have changed but the page has not, so the focused element still exists.
			const held = document.activeElement;
			const item = held?.closest<HTMLElement>("[data-item]")?.dataset.item;
			if (!held || item === undefined) return;
			const caret = held instanceof HTMLTextAreaElement ? caretOf(held) : null;
			void afterRender(() => !held.isConnected).then(() => {
				if (held.isConnected || !isLost()) return;
				const same = document.getElementById(held.id) ?? document.getElementById(`item-${item}`);
				const next = same ?? successor(left, now, item);
				next?.focus();
				if (caret && next instanceof HTMLTextAreaElement) next.setSelectionRange(...caret);
				next?.scrollIntoView({ block: "nearest" });
			});
		});
	}, [list]);
}

function isLost(): boolean {
	const { activeElement, body } = document;
	return activeElement === null || activeElement === body;
}

/** What gets the focus when an item is gone: its neighbor, else its section, else the panel. */
function successor(
	before: readonly Order[],
	now: readonly Order[],
	item: string,
): HTMLElement | null {
	const there = new Set([item, ...now.flatMap(({ items }) => items)]);
	const staying = before.map(({ section, items }) => ({
		section,
		items: items.filter((id) => there.has(id)),
	}));
	const next = neighborOf(staying, [item]);
	const section = before.find(({ items }) => items.includes(item))?.section;
	return (
		document.getElementById(`item-${next}`) ??
		document.getElementById(`section-${section}-add`) ??
		document.querySelector("main")
	);
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] {
	return [selectionStart, selectionEnd];
}
