import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { drawn } from "../../ui/focus.ts";
import type { ItemList } from "./item-list.ts";
import { neighbour, type Order } from "./places.ts";

/**
 * Keeps the focus in a list of items, whatever changes the list and from wherever: what is moved
 * is drawn anew in another place, what is deleted, sent away or undone is gone, and the browser
 * then gives the focus to nothing. It goes back to the same control of the same item, with its
 * caret; or to the item that takes over, or to what adds one to an empty section.
 */
export function useKeptFocus(list: ItemList): void {
	useEffect(() => {
		let before: readonly Order[] = list.order.peek();
		return effect(() => {
			const now = list.order.value;
			const left = before;
			before = now;
			// The signals have changed and the page has not: what has the focus is still there.
			const held = document.activeElement;
			const item = held?.closest<HTMLElement>("[data-item]")?.dataset.item;
			if (!held || item === undefined) return;
			const caret = held instanceof HTMLTextAreaElement ? caretOf(held) : null;
			void drawn().then(() => {
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

/** What takes over from an item that is gone: its neighbour, else its section, else the panel. */
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
	const next = neighbour(staying, [item]);
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
