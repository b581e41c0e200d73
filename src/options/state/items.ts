import { type ReadonlySignal, signal } from "@preact/signals";
import { deleteItems, moveItems } from "../../storage/item-moves.ts";
import { addItem } from "../../storage/items.ts";
import type { Fields } from "./fields.ts";
import { learnFrom } from "./learn-from.ts";
import { isSamePlace, neighbour, type Place, placeAbove, placeBelow } from "./places.ts";
import type { Saving } from "./saving.ts";
import { type Sentence, sentence } from "./sentence.ts";
import type { Stored } from "./stored.ts";

/** What can be done with the items of the draft, and which of them are open for editing. */
export interface Items {
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
	/** Moves an item across a neighbour, over the border of its section at the ends. */
	move(id: string, direction: "up" | "down"): Promise<void>;
	moveTo(id: string, place: Place): Promise<void>;
	/** Deletes an item. Resolves to the one that takes over, or null when it was the last. */
	delete(id: string): Promise<string | null>;
}

export function createItems(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	say: (what: Sentence) => void,
): Items {
	const current = signal<string | null>(null);
	const opened = signal<string | null>(null);
	const allOpen = signal(false);

	function open(id: string): void {
		current.value = id;
		opened.value = id;
	}

	async function moveTo(id: string, place: Place): Promise<void> {
		if (isSamePlace(stored.order.peek(), id, place)) return;
		const moved = await saving.run(async () => {
			await moveItems([id], place.section, place.before);
			await stored.refresh();
		});
		if (!moved) return;
		learnFrom([id]);
		const items = stored.order.peek().find(({ section }) => section === place.section)?.items;
		const heading = headingOf(stored, place.section);
		const at = (items?.indexOf(id) ?? 0) + 1;
		say(sentence("optionsMoved", heading, at, items?.length ?? 0));
	}

	return {
		current,
		allOpen,
		isOpen: (id) => allOpen.value || opened.value === id,
		open,
		attend(id) {
			current.value = id;
		},
		close(id) {
			if (opened.value === id) opened.value = null;
		},
		openAll(all) {
			allOpen.value = all;
		},
		async add(section) {
			const added = await saving.run(async () => {
				const into = stored.draft.peek()?.id ?? null;
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
		async move(id, direction) {
			const order = stored.order.peek();
			const place = direction === "up" ? placeAbove(order, id) : placeBelow(order, id);
			if (place) await moveTo(id, place);
			else say(sentence(direction === "up" ? "optionsAtTop" : "optionsAtEnd"));
		},
		moveTo,
		async delete(id) {
			const next = neighbour(stored.order.peek(), id);
			// What was typed last goes with the item, and comes back with it.
			await Promise.all(Object.values(fields.item(id)).map((field) => field.flush()));
			const deleted = await saving.run(async () => {
				await deleteItems([id]);
				await stored.refresh();
			});
			if (!deleted) return id;
			learnFrom([id]);
			if (opened.value === id) opened.value = null;
			say(sentence("optionsDeleted"));
			return next;
		},
	};
}

/** The heading over a section; one the house style no longer has goes by its id. */
export function headingOf(stored: Stored, section: string): string {
	return stored.style.value.sections.find(({ id }) => id === section)?.heading ?? section;
}
