import { relatedKey } from "../../core/links/canonical.ts";
import { includesPage } from "../../core/links/repeats.ts";
import { change, type Edit } from "../db/change.ts";
import { database } from "../db/database.ts";
import { byPlace, placeAfter } from "../db/places.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import type { ChangeKind, DraftRecord, ItemFields, ItemRecord, LinkRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { existingDraftIn, isOpen, NoDraft, openDraft, refuseClosed } from "../drafts/drafts.ts";
import { keyProgress, keysOf } from "../links/link-keys.ts";

/** The content of a new item. The item is added at the end of its section. */
export interface NewItem extends Pick<ItemFields, "section" | "note" | "links"> {
	title?: string;
	slots?: ItemFields["slots"];
	asWritten?: string;
}

/** The items of a draft that are not deleted, in order of place; the sections are mixed. */
export async function itemsOf(draftId: string): Promise<ItemRecord[]> {
	return itemsFrom(await readTransaction(["items"]), draftId);
}

/** Does the same inside a transaction. */
export async function itemsFrom(reading: ReadTransaction, draftId: string): Promise<ItemRecord[]> {
	return itemsInOrder(await reading.objectStore("items").index("draft").getAll(draftId));
}

/** One item, deleted or not, or null. */
export async function itemById(id: string): Promise<ItemRecord | null> {
	return (await (await database()).get("items", id)) ?? null;
}

/** Items of a draft that already contain an address. */
export interface ItemsWithLink {
	/** The item that links to the same page. */
	same: ItemRecord | null;
	/** The first item that links to a related page. */
	related: ItemRecord | null;
}

/** The items of this draft that contain the address or a related one. */
export async function itemsWithLink(draftId: string, url: string): Promise<ItemsWithLink> {
	const progress = await keyProgress();
	const isCurrent = progress === null || progress.done.includes("items");
	const opened = await database();
	const found = isCurrent
		? await opened.getAllFromIndex("items", "key", relatedKey(url))
		: await opened.getAllFromIndex("items", "draft", draftId);
	return withLink(found, draftId, url);
}

function withLink(items: readonly ItemRecord[], draftId: string, url: string): ItemsWithLink {
	const those = itemsInOrder(items.filter((item) => item.draftId === draftId));
	const same = those.find(({ links }) => includesPage(url, links)) ?? null;
	const key = relatedKey(url);
	const isRelated = (link: LinkRecord) => relatedKey(link.url) === key;
	const related = those.find((item) => item !== same && item.links.some(isRelated)) ?? null;
	return { same, related };
}

/** The item that was added last to this draft, or null. */
export async function newestItem(draftId: string): Promise<ItemRecord | null> {
	const items = await itemsOf(draftId);
	return items.reduce<ItemRecord | null>(
		(newest, item) => (!newest || item.createdAt >= newest.createdAt ? item : newest),
		null,
	);
}

/**
 * Adds an item to a draft. If an item there already has one of its links, that item is returned unchanged
 * as `existing`. The check and the insertion are one transaction, so two clips of the same page at the same
 * moment make only one item.
 *
 * @param into finds the draft that the item is added to; clips go to the current draft
 */
export async function addItem(
	item: NewItem,
	kind: Extract<ChangeKind, "clip" | "addItem"> = "clip",
	into: (edit: Edit) => Promise<Pick<DraftRecord, "id">> = existingDraftIn,
): Promise<{ item: ItemRecord; existing: boolean }> {
	// Only the first clip of all needs the archive, for the number of the first draft. All others must not
	// wait while something reads the archive.
	try {
		return await addToDraft(item, kind, into);
	} catch (error) {
		if (!(error instanceof NoDraft)) throw error;
		await openDraft();
		return addToDraft(item, kind, into);
	}
}

function addToDraft(
	item: NewItem,
	kind: Extract<ChangeKind, "clip" | "addItem">,
	into: (edit: Edit) => Promise<Pick<DraftRecord, "id">>,
): Promise<{ item: ItemRecord; existing: boolean }> {
	return change(kind, null, async (edit) => {
		const draft = await into(edit);
		const items = await edit.stores.objectStore("items").index("draft").getAll(draft.id);
		for (const { url } of item.links) {
			const { same } = withLink(items, draft.id, url);
			if (same) return { item: same, existing: true };
		}
		const siblings = itemsInOrder(items).filter(({ section }) => section === item.section);
		const latest = items.reduce((time, { createdAt }) => Math.max(time, createdAt), 0);
		const added: ItemRecord = {
			title: "",
			slots: {},
			asWritten: "",
			...item,
			id: crypto.randomUUID(),
			draftId: draft.id,
			place: placeAfter(siblings.at(-1)?.place ?? null),
			keys: keysOf(item.links),
			// Two clips in the same millisecond still need an order, because "the last item" depends on it.
			createdAt: Math.max(Date.now(), latest + 1),
			deletedAt: null,
			changed: {},
		};
		await edit.put("items", added);
		return { item: added, existing: false };
	});
}

/**
 * Changes words or links of an item. Rejects when there is no such item, and with `DraftClosed` when its
 * draft is no longer open.
 */
export function editItem(id: string, fields: Partial<ItemWords>): Promise<ItemRecord> {
	return changeWords(id, Object.keys(fields).join(), () => fields);
}

/**
 * Changes the value of one slot of an item, such as its author; an empty value removes it. The values of the
 * other slots stay as they are stored. Rejects as `editItem` does.
 */
export function editSlot(id: string, name: string, value: string): Promise<ItemRecord> {
	return changeWords(id, `slots/${name}`, ({ slots }) => {
		const { [name]: _, ...others } = slots;
		return { slots: value === "" ? others : { ...others, [name]: value } };
	});
}

/** @param typed the name of the field that is typed in; typing in it is one step of Undo */
function changeWords(
	id: string,
	typed: string,
	fieldsFor: (item: ItemRecord) => Partial<ItemWords>,
): Promise<ItemRecord> {
	return change("editItem", typedIn(`item/${id}/${typed}`), (edit) =>
		changeItem(edit, id, async (item) => {
			const fields = fieldsFor(item);
			await refuseClosed(edit, item.draftId, fields);
			return wordChanges(item, fields);
		}),
	);
}

/**
 * Changes the words, links and section of an item in one transaction, based on its stored state. In a new
 * section, the item goes to the end. If `revise` returns null, nothing is changed. Resolves to the item as
 * stored afterwards, or to null if it has been deleted or published in the meantime.
 */
export function reviseItem(
	id: string,
	kind: Extract<ChangeKind, "editItem" | "addLink">,
	revise: (item: ItemRecord) => Partial<ItemWords & Pick<ItemFields, "section">> | null,
): Promise<ItemRecord | null> {
	return change(kind, null, async (edit) => {
		const item = await edit.stores.objectStore("items").get(id);
		const draft = item && (await edit.stores.objectStore("drafts").get(item.draftId));
		if (!item || item.deletedAt !== null || (draft && !isOpen(draft))) return null;
		const revised = revise(item);
		if (!revised) return item;
		const { section, ...fields } = revised;
		const moves = section !== undefined && section !== item.section;
		const last = moves ? (await siblingsIn(edit, item.draftId, section)).at(-1) : undefined;
		return changeItem(edit, id, () => ({
			...wordChanges(item, fields),
			...(moves && { section, place: placeAfter(last?.place ?? null) }),
		}));
	});
}

/** The words and links of an item. */
export type ItemWords = Pick<ItemFields, "title" | "note" | "links" | "slots">;

/** The changes to an item when its words change. It then no longer has the original text of an issue. */
function wordChanges(item: ItemRecord, fields: Partial<ItemWords>): Partial<ItemRecord> {
	const isOther = item.asWritten !== "" && Object.keys(fields).length > 0;
	return {
		...fields,
		...(isOther && { asWritten: "" }),
		...(fields.links && { keys: keysOf(fields.links) }),
	};
}

/** Whether an item has words or links. An empty item is not part of an issue. */
export function isWritten({ title, note, links }: Omit<ItemWords, "slots">): boolean {
	return title.trim() !== "" || note.trim() !== "" || links.length > 0;
}

/** Those of the items that are not deleted, in order of place. */
export function itemsInOrder(items: readonly ItemRecord[]): ItemRecord[] {
	return items.filter((item) => item.deletedAt === null).sort(byPlace);
}

/**
 * Changes an item inside a change, and records the time for each changed part. Rejects when there is no
 * such item.
 */
export async function changeItem(
	edit: Edit,
	id: string,
	fieldsFor: (item: ItemRecord) => Partial<ItemRecord> | Promise<Partial<ItemRecord>>,
): Promise<ItemRecord> {
	const item = await edit.stores.objectStore("items").get(id);
	if (!item) throw new Error(`There is no item ${id}.`);
	const fields = await fieldsFor(item);
	const changed: ItemRecord = { ...item, ...fields, changed: stamped(item.changed, fields) };
	await edit.put("items", changed);
	return changed;
}

/** The items of one section of a draft, in order, inside a change. */
export async function siblingsIn(
	edit: Edit,
	draftId: string,
	section: string,
): Promise<ItemRecord[]> {
	const items = await edit.stores.objectStore("items").index("draft").getAll(draftId);
	return itemsInOrder(items).filter((item) => item.section === section);
}
