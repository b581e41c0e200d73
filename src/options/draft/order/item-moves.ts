import { SHELF } from "../../../data/db/records.ts";
import { deleteItems, moveItems, sendItems } from "../../../data/items/item-moves.ts";
import { countedSentence, type Sentence, sentence } from "../../../sentences/sentence.ts";
import { headingOf, type Stored } from "../../app/stored.ts";
import type { Fields } from "../../fields/fields.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { learnFrom } from "../items/learn-from.ts";
import {
	type ItemPlace,
	inOrder,
	isSamePlace,
	neighbour,
	type Order,
	placeAbove,
	placeBelow,
	placeInSection,
	standing,
} from "./places.ts";

/**
 * What can be done with one item or several at once, on the draft or on the shelf. Whatever their
 * number, it is one step of Undo, and they keep the order they stand in.
 */
export interface ItemMoves {
	/** Moves across a neighbour, over the border of the section at its ends. */
	move(ids: readonly string[], direction: "up" | "down"): Promise<void>;
	/** Moves to the end of the section before, or to the top of the next. */
	moveToSection(ids: readonly string[], direction: "up" | "down"): Promise<void>;
	moveTo(ids: readonly string[], place: ItemPlace): Promise<void>;
	/** Sends to another open draft, or to the shelf. Resolves like `delete`. */
	send(ids: readonly string[], draftId: string): Promise<string | null>;
	/** Deletes. Resolves to the item that takes over, or null when none is left in the section. */
	delete(ids: readonly string[]): Promise<string | null>;
}

export function createItemMoves(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	say: (what: Sentence) => void,
): ItemMoves {
	/** The list the items stand in: the draft's, or that of the shelf. */
	function orderWith(ids: readonly string[]): readonly Order[] {
		const shelved = stored.shelf.order.peek();
		return inOrder(shelved, ids).length > 0 ? shelved : stored.order.peek();
	}

	async function moveTo(ids: readonly string[], place: ItemPlace): Promise<void> {
		const order = orderWith(ids);
		const moved = inOrder(order, ids);
		const [first] = moved;
		if (first === undefined || isSamePlace(order, moved, place)) return;
		const { before } = standing(order, moved, place);
		const saved = await saveAndRead(stored, saving, () => moveItems(moved, place.section, before));
		if (!saved) return;
		learnFrom(moved);
		const heading = headingOf(stored, place.section);
		if (moved.length > 1) {
			say(countedSentence("optionsMovedSeveral", moved.length, heading));
			return;
		}
		const now = orderWith(moved).find(({ section }) => section === place.section)?.items ?? [];
		say(sentence("optionsMoved", heading, now.indexOf(first) + 1, now.length));
	}

	let last: Promise<void> = Promise.resolve();
	/** A key pressed twice in a moment moves by two: where to is not asked before the first is done. */
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
		else say(sentence(direction === "up" ? "optionsAtTop" : "optionsAtEnd"));
	}

	/** Takes items out of their list; what was typed last goes with them, and comes back with them. */
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
		say(said(taken.length));
		return neighbour(order, taken);
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
