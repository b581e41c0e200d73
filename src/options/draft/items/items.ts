import { type ReadonlySignal, signal } from "@preact/signals";
import { intoDraft } from "../../../data/drafts/drafts.ts";
import { addItem } from "../../../data/items/items.ts";
import { type Sentence, sentence } from "../../../sentences/sentence.ts";
import { headingOf, type Stored } from "../../app/stored.ts";
import type { Fields } from "../../fields/fields.ts";
import type { Saving } from "../../fields/saving.ts";
import { createItemMoves, type ItemMoves } from "../order/item-moves.ts";

/** What can be done with the items of the draft, and which of them are open for editing. */
export interface Items extends ItemMoves {
	/** The item the preview follows: the one that was opened or had the focus last. */
	readonly current: ReadonlySignal<string | null>;
	readonly allOpen: ReadonlySignal<boolean>;
	isOpen(id: string): boolean;
	open(id: string): void;
	/** Lets the preview follow an item. */
	attend(id: string): void;
	close(id: string): void;
	openAll(open: boolean): void;
	/** Adds an empty item to a section and opens it. Resolves to its id, or null. */
	add(section: string): Promise<string | null>;
}

/** How many items are drawn open at a time, when all are: more than a screen shows. */
const AT_ONCE = 20;

export function createItems(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	say: (what: Sentence) => void,
): Items {
	const current = signal<string | null>(null);
	const opened = signal<string | null>(null);
	const allOpen = signal(false);
	/** While all are open: those that are drawn open by now; null once it is every one. */
	const drawnOpen = signal<ReadonlySet<string> | null>(null);
	const moves = createItemMoves(stored, saving, fields, say);

	function open(id: string): void {
		current.value = id;
		opened.value = id;
	}

	/**
	 * Opens the next few items, from the one at hand downwards and then those above, and so on at
	 * leisure: hundreds of text fields at once would hold up the page for seconds.
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
				const into = intoDraft(stored.draft.peek()?.id ?? null);
				const { item } = await addItem({ section, note: "", links: [] }, "addItem", into);
				// Opened before it is drawn, so that it is drawn open at once.
				open(item.id);
				await stored.refresh();
				return item.id;
			});
			if (!added) return null;
			say(sentence("optionsAdded", headingOf(stored, section)));
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
