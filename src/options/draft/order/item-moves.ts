import { SHELF } from "../../../data/db/records.ts";
import { deleteItems, moveItems, sendItems } from "../../../data/items/item-moves.ts";
import { countedSentence, type Sentence, sentence } from "../../../sentences/sentence.ts";
import { headingOf, type Stored } from "../../app/stored.ts";
import type { Fields } from "../../fields/fields.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { learnFrom } from "../items/learn-from.ts";
import {
	anchorOf,
	type ItemPlace,
	inOrder,
	isSamePlace,
	neighborOf,
	type Order,
	placeAbove,
	placeBelow,
	placeInSection,
} from "./places.ts";

/**
 * Actions on one or more items of the draft or of the shelf. Each action is one step of Undo, and the
 * items keep their order.
 */
export interface ItemMoves {
	/** Moves items past a neighbor. At the end of a section, they go to the next section. */
	move(ids: readonly string[], direction: "up" | "down"): Promise<void>;
	/** Moves items to the end of the section above, or to the top of the section below. */
	moveToSection(ids: readonly string[], direction: "up" | "down"): Promise<void>;
	moveTo(ids: readonly string[], place: ItemPlace): Promise<void>;
	/** Sends items to another open draft or to the shelf. Resolves like `delete`. */
	send(ids: readonly string[], draftId: string): Promise<string | null>;
	/** Deletes items. Resolves to the item that gets the focus, or null if none is left in the section. */
	delete(ids: readonly string[]): Promise<string | null>;
}

export function createItemMoves(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	showNotice: (what: Sentence) => void,
): ItemMoves {
	/** The sections of the list that contains the items: that of the draft or that of the shelf. */
	function orderWith(ids: readonly string[]): readonly Order[] {
		const shelved = stored.shelf.order.peek();
		return inOrder(shelved, ids).length > 0 ? shelved : stored.order.peek();
	}

	async function moveTo(ids: readonly string[], place: ItemPlace): Promise<void> {
		const order = orderWith(ids);
		const moved = inOrder(order, ids);
		const [first] = moved;
		if (first === undefined || isSamePlace(order, moved, place)) return;
		const { before } = anchorOf(order, moved, place);
		const saved = await saveAndRead(stored, saving, () => moveItems(moved, place.section, before));
		if (!saved) return;
		learnFrom(moved);
		const heading = headingOf(stored, place.section);
		if (moved.length > 1) {
			showNotice(countedSentence("optionsMovedSeveral", moved.length, heading));
			return;
		}
		const now = orderWith(moved).find(({ section }) => section === place.section)?.items ?? [];
		showNotice(sentence("optionsMoved", heading, now.indexOf(first) + 1, now.length));
	}

	let last: Promise<void> = Promise.resolve();
	/** A key that is pressed twice quickly moves by two: the second target depends on the first move. */
	function inTurn(work: () => Promise<void>): Promise<void> {
		last = last.then(work);
		return last;
	}

	async function moveOrSay(
		ids: readonly string[],
		place: ItemPlace | null,
		direction: "up" | "down",
	): Promise<void> {
		if (place) await moveTo(ids, place);
		else showNotice(sentence(direction === "up" ? "optionsAtTop" : "optionsAtEnd"));
	}

	/** Takes items out of their list. The last typed text is saved first, so that Undo restores it. */
	async function takeOut(
		ids: readonly string[],
		write: (ids: readonly string[]) => Promise<void>,
		said: (count: number) => Sentence,
	): Promise<string | null> {
		const order = orderWith(ids);
		const taken = inOrder(order, ids);
		if (taken.length === 0) return null;
		const typed = taken.flatMap((id) => Object.values(fields.item(id)));
		await Promise.all(typed.map((field) => field.flush()));
		const saved = await saveAndRead(stored, saving, () => write(taken));
		if (!saved) return taken[0] ?? null;
		learnFrom(taken);
		showNotice(said(taken.length));
		return neighborOf(order, taken);
	}

	return {
		move: (ids, direction) =>
			inTurn(() => {
				const place = direction === "up" ? placeAbove : placeBelow;
				return moveOrSay(ids, place(orderWith(ids), ids), direction);
			}),
		moveToSection: (ids, direction) =>
			inTurn(() => moveOrSay(ids, placeInSection(orderWith(ids), ids, direction), direction)),
		moveTo: (ids, place) => inTurn(() => moveTo(ids, place)),
		send: (ids, draftId) =>
			takeOut(
				ids,
				(taken) => sendItems(taken, draftId),
				(count) => {
					if (draftId === SHELF) return countedSentence("optionsShelved", count);
					const draft = stored.drafts.peek().find(({ id }) => id === draftId);
					return countedSentence("optionsSent", count, draft?.number ?? "");
				},
			),
		delete: (ids) =>
			takeOut(ids, deleteItems, (count) =>
				count === 1 ? sentence("optionsDeleted") : countedSentence("optionsDeletedSeveral", count),
			),
	};
}
