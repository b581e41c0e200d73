import { computed, type ReadonlySignal } from "@preact/signals";
import type { ItemFields, ItemRecord } from "../../../data/db/records.ts";
import { editItem } from "../../../data/items/items.ts";
import type { Stored } from "../../app/stored.ts";
import { createField, type Field, type FieldStatus } from "../../fields/field.ts";
import type { FieldPart } from "../../fields/field-ref.ts";
import { linksText, parseLine, parseLinks, parseText } from "../../fields/parse.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";

export type ItemFieldSet = Record<FieldPart<"item">, Field>;

/** The fields of one item. They exist longer than their views, so closing an item loses no text. */
export function createItemFields(id: string, stored: Stored, saving: Saving): ItemFieldSet {
	const { item, status } = itemAndStatus(id, stored);

	const save = (
		fields: Partial<Pick<ItemFields, "title" | "note" | "links">>,
		pending: ReadonlySignal<boolean>,
	) => saveAndRead(stored, saving, () => editItem(id, fields), pending);

	return {
		title: createField({
			ref: { of: "item", id, part: "title" },
			status,
			stored: computed(() => item.value?.title ?? ""),
			parse: parseLine,
			save: (title, pending) => save({ title }, pending),
		}),
		note: createField({
			ref: { of: "item", id, part: "note" },
			status,
			stored: computed(() => item.value?.note ?? ""),
			parse: parseText,
			save: (note, pending) => save({ note }, pending),
		}),
		links: createField({
			ref: { of: "item", id, part: "links" },
			status,
			stored: computed(() => linksText(item.value?.links ?? [])),
			parse: (text) => parseLinks(text, item.value?.links ?? []),
			save: (links, pending) => save({ links }, pending),
		}),
	};
}

/** An item of an open draft or of the shelf; after it is gone, its last state. */
export function itemAndStatus(
	id: string,
	stored: Stored,
): { item: ReadonlySignal<ItemRecord | undefined>; status: ReadonlySignal<FieldStatus> } {
	const source = stored.item(id);
	let last: ItemRecord | undefined;
	/** The item, if it is in an open draft that is not shown. */
	const elsewhere = computed(() => (source.value ? undefined : itemElsewhere(stored, id)));
	const item = computed(() => {
		last = source.value ?? elsewhere.value ?? last;
		return last;
	});
	const status = computed((): FieldStatus => {
		if (source.value) return "here";
		return elsewhere.value ? "elsewhere" : "gone";
	});
	return { item, status };
}

/** An item of an open draft that is not shown; undefined if there is none with this id. */
export function itemElsewhere(
	stored: Pick<Stored, "elsewhere">,
	id: string,
): ItemRecord | undefined {
	for (const { items } of stored.elsewhere.value) {
		const found = items.find((item) => item.id === id);
		if (found) return found;
	}
	return undefined;
}
