import { computed } from "@preact/signals";
import { editItem } from "../../storage/items.ts";
import type { ItemFields, ItemRecord } from "../../storage/records.ts";
import { createField, type Field } from "./field.ts";
import { linksText, parseLinks, parseText } from "./parse.ts";
import { type Saving, saveAndRead } from "./saving.ts";
import type { Stored } from "./stored.ts";

export interface ItemFieldSet {
	note: Field;
	links: Field;
}

/** The fields of one item, which outlive their views: closing an item loses nothing. */
export function createItemFields(id: string, stored: Stored, saving: Saving): ItemFieldSet {
	const source = stored.item(id);
	let last: ItemRecord | undefined;
	const item = computed(() => {
		last = source.value ?? last;
		return last;
	});

	const save = (fields: Partial<Pick<ItemFields, "note" | "links">>) =>
		saveAndRead(stored, saving, () => editItem(id, fields));

	return {
		note: createField({
			id: `item-${id}-note`,
			stored: computed(() => item.value?.note ?? ""),
			parse: parseText,
			save: (note) => save({ note }),
			changedAt: () => item.value?.changed.note ?? 0,
		}),
		links: createField({
			id: `item-${id}-links`,
			stored: computed(() => linksText(item.value?.links ?? [])),
			parse: (text) => parseLinks(text, item.value?.links ?? []),
			save: (links) => save({ links }),
			changedAt: () => item.value?.changed.links ?? 0,
		}),
	};
}
