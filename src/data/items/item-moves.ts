import { generateNKeysBetween } from "fractional-indexing";
import { change, type Edit } from "../db/change.ts";
import { type ItemRecord, SAMPLE, SHELF } from "../db/records.ts";
import { currentDraftIn, isOpen, refuseClosed } from "../drafts/drafts.ts";
import { changeItem, siblingsIn } from "./items.ts";

/**
 * Moves items before another item of a section, or to its end when `before` is null. The items are placed
 * together, in the given order, and each one stays in its draft. One step of Undo. Like all functions here
 * except `restoreItems`, rejects with `DraftClosed` when a draft of the items is no longer open.
 */
export function moveItems(
	ids: readonly string[],
	section: string,
	before: string | null,
): Promise<void> {
	return change("moveItem", null, async (edit) => {
		const moved = await itemsIn(edit, ids);
		for (const [draftId, items] of byDraft(moved)) {
			await placeIn(edit, draftId, section, before, items);
		}
	});
}

/**
 * Moves items to the end of their sections in another draft or on the shelf. One step of Undo. Rejects for
 * the sample, because the items would be lost when the sample is removed.
 */
export function sendItems(ids: readonly string[], draftId: string): Promise<void> {
	if (draftId === SAMPLE) return Promise.reject(new Error("The sample takes no items."));
	return change(draftId === SHELF ? "shelveItem" : "unshelveItem", null, async (edit) => {
		await refuseClosed(edit, draftId);
		await moveToDraft(edit, await itemsIn(edit, ids), draftId);
	});
}

/** Marks items as deleted, so that they are in the bin. One step of Undo. */
export function deleteItems(ids: readonly string[]): Promise<void> {
	return change("deleteItem", null, async (edit) => {
		const deletedAt = Date.now();
		for (const id of ids) {
			await changeItem(edit, id, async ({ draftId }) => {
				await refuseClosed(edit, draftId);
				return { deletedAt };
			});
		}
	});
}

/**
 * Restores items from the bin to their former places. If the draft of an item is no longer open, the item
 * goes to the end of its section in the current draft. One step of Undo.
 */
export function restoreItems(ids: readonly string[]): Promise<void> {
	return change("restoreItem", null, async (edit) => {
		const homeless: ItemRecord[] = [];
		for (const id of ids) {
			const item = await changeItem(edit, id, () => ({ deletedAt: null }));
			const draft = await edit.stores.objectStore("drafts").get(item.draftId);
			if (item.draftId !== SHELF && !(draft && isOpen(draft))) homeless.push(item);
			else await separatePlace(edit, item);
		}
		if (homeless.length > 0) await moveToDraft(edit, homeless, (await currentDraftIn(edit)).id);
	});
}

/** If another item got the same place while this item was in the bin, moves this item after it. */
async function separatePlace(edit: Edit, item: ItemRecord): Promise<void> {
	const siblings = await siblingsIn(edit, item.draftId, item.section);
	const others = siblings.filter(({ id }) => id !== item.id);
	if (!others.some(({ place }) => place === item.place)) return;
	const next = others.find(({ place }) => place > item.place)?.id ?? null;
	await placeIn(edit, item.draftId, item.section, next, [item]);
}

/** Moves items to the end of their sections in another draft, inside a change. */
export async function moveToDraft(
	edit: Edit,
	items: readonly ItemRecord[],
	draftId: string,
): Promise<void> {
	for (const section of new Set(items.map((item) => item.section))) {
		const those = items.filter((item) => item.section === section && item.draftId !== draftId);
		await placeIn(edit, draftId, section, null, those);
	}
}

/** Places items, in the given order, before another item of a section or at its end. */
async function placeIn(
	edit: Edit,
	draftId: string,
	section: string,
	before: string | null,
	items: readonly ItemRecord[],
): Promise<void> {
	const moved = new Set(items.map(({ id }) => id));
	const siblings = await siblingsIn(edit, draftId, section);
	const others = siblings.filter(({ id }) => !moved.has(id));
	const at = others.findIndex(({ id }) => id === before);
	const index = at === -1 ? others.length : at;
	const above = others[index - 1]?.place ?? null;
	const places = generateNKeysBetween(above, others[index]?.place ?? null, items.length);
	for (const [nth, { id }] of items.entries()) {
		await changeItem(edit, id, () => ({ draftId, section, place: places[nth] ?? "" }));
	}
}

/**
 * The items with these ids, in that order, without those deleted. Rejects when an item does not exist or
 * its draft is no longer open.
 */
async function itemsIn(edit: Edit, ids: readonly string[]): Promise<ItemRecord[]> {
	const items: ItemRecord[] = [];
	for (const id of ids) {
		const item = await edit.stores.objectStore("items").get(id);
		if (!item) throw new Error(`There is no item ${id}.`);
		if (item.deletedAt !== null) continue;
		await refuseClosed(edit, item.draftId);
		items.push(item);
	}
	return items;
}

function byDraft(items: readonly ItemRecord[]): Map<string, ItemRecord[]> {
	const drafts = new Map<string, ItemRecord[]>();
	for (const item of items) {
		drafts.set(item.draftId, [...(drafts.get(item.draftId) ?? []), item]);
	}
	return drafts;
}
