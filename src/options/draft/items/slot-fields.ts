import { computed } from "@preact/signals";
import { editSlot } from "../../../data/items/items.ts";
import type { Stored } from "../../app/stored.ts";
import { createField, type Field } from "../../fields/field.ts";
import type { Fields } from "../../fields/fields.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { getOrCreate } from "../../signals/get-or-create.ts";
import { itemAndStatus, itemElsewhere } from "./item-fields.ts";

/** The fields for the slots of items that have no field of their own, such as the author. */
export interface SlotFields {
	at(itemId: string, name: string): Field;
}

export function createSlotFields(stored: Stored, saving: Saving, fields: Fields): SlotFields {
	const made = new Map<string, Field>();

	function at(itemId: string, name: string): Field {
		return getOrCreate(made, `${itemId}/${name}`, () => {
			const { item, status } = itemAndStatus(itemId, stored);
			const field = createField({
				ref: { of: "item-slot", id: `${itemId}/${name}`, part: "text" },
				status,
				stored: computed(() => item.value?.slots[name] ?? ""),
				parse: (text) => ({ value: text.replace(/\s+/g, " ").trim() }),
				save: (value, pending) =>
					saveAndRead(stored, saving, () => editSlot(itemId, name, value), pending),
			});
			fields.add([field]);
			return field;
		});
	}

	fields.findBy((ref) => {
		if (ref.of !== "item-slot") return null;
		const [itemId = "", name = ""] = ref.id.split("/");
		return (stored.item(itemId).peek() ?? itemElsewhere(stored, itemId)) ? at(itemId, name) : null;
	});

	return { at };
}
