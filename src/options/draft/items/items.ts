import { type ReadonlySignal, signal } from "@preact/signals";
import { openDraftFinder } from "../../../data/drafts/drafts.ts";
import { addItem } from "../../../data/items/items.ts";
import { type Sentence, sentence } from "../../../sentences/sentence.ts";
import { headingOf, type Stored } from "../../app/stored.ts";
import type { Fields } from "../../fields/fields.ts";
import type { Saving } from "../../fields/saving.ts";
import { createItemMoves, type ItemMoves } from "../order/item-moves.ts";

/** The actions on the items of the draft, and which items are open for editing. */
export interface Items extends ItemMoves {
	/** The item that the preview follows: the last one that was opened or focused. */
	readonly current: ReadonlySignal<string | null>;
	readonly allOpen: ReadonlySignal<boolean>;
	isOpen(id: string): boolean;
	open(id: string): void;
	/** Makes the preview follow an item. */
	attend(id: string): void;
	close(id: string): void;
	openAll(open: boolean): void;
	/** Adds an empty item to a section and opens it. Resolves to its id, or null if that failed. */
	add(section: string): Promise<string | null>;
}

/** How many items are opened at a time when all are opened: more than fit on a screen. */
const AT_ONCE = 20;

export function createItems(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	showNotice: (what: Sentence) => void,
): Items {
	const current = signal<string | null>(null);
	const opened = signal<string | null>(null);
	const allOpen = signal(false);
	/** While all items are open: those that have been drawn open so far; null when all have been drawn. */
	const drawnOpen = signal<ReadonlySet<string> | null>(null);
	const moves = createItemMoves(stored, saving, fields, showNotice);

	function open(id: string): void {
		current.value = id;
		opened.value = id;
	}

	/**
	 * Opens the next few items: first the current item and those below it, then those above it. The rest
	 * follows while the page is idle, because hundreds of text fields at once would block it for seconds.
	 */
	function openMore(): void {
		const ids = stored.order.peek().flatMap(({ items }) => items);
		const from = Math.max(ids.indexOf(current.peek() ?? ""), 0);
		const open = new Set(drawnOpen.peek());
		const closed = [...ids.slice(from), ...ids.slice(0, from)].filter((id) => !open.has(id));
		for (const id of closed.slice(0, AT_ONCE)) open.add(id);
		const done = closed.length <= AT_ONCE;
		drawnOpen.value = done ? null : open;
		if (!done) {
			setTimeout(() => {
				if (allOpen.peek() && drawnOpen.peek() === open) openMore();
			}, 0);
		}
	}

	return {
		...moves,
		current,
		allOpen,
		isOpen: (id) => opened.value === id || (allOpen.value && (drawnOpen.value?.has(id) ?? true)),
		open,
		attend(id) {
			current.value = id;
		},
		close(id) {
			if (opened.value === id) opened.value = null;
		},
		openAll(all) {
			allOpen.value = all;
			drawnOpen.value = all ? new Set() : null;
			if (all) openMore();
		},
		async add(section) {
			const added = await saving.run(async () => {
				const into = openDraftFinder(stored.draft.peek()?.id ?? null);
				const { item } = await addItem({ section, note: "", links: [] }, "addItem", into);
				// The item is opened before it is drawn, so that it never appears closed.
				open(item.id);
				await stored.refresh();
				return item.id;
			});
			if (!added) return null;
			showNotice(sentence("optionsAdded", headingOf(stored, section)));
			return added.done;
		},
		async delete(ids) {
			const next = await moves.delete(ids);
			if (ids.includes(opened.peek() ?? "") && !stored.item(opened.peek() ?? "").peek()) {
				opened.value = null;
			}
			return next;
		},
	};
}
