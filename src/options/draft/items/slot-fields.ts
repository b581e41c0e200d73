import { computed } from "@preact/signals";
import { editSlot } from "../../../data/items/items.ts";
import type { Stored } from "../../app/stored.ts";
import { createField, type Field } from "../../fields/field.ts";
import { namedId, splitNamedId } from "../../fields/field-ref.ts";
import type { Fields } from "../../fields/fields.ts";
import { parseLine } from "../../fields/parse.ts";
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
		const id = namedId(itemId, name);
		return getOrCreate(made, id, () => {
			const { item, status } = itemAndStatus(itemId, stored);
			const field = createField({
				ref: { of: "item-slot", id, part: "text" },
				status,
				stored: computed(() => item.value?.slots[name] ?? ""),
				parse: parseLine,
				save: (value, pending) =>
					saveAndRead(stored, saving, () => editSlot(itemId, name, value), pending),
			});
			fields.add([field]);
			return field;
		});
	}

	fields.findBy((ref) => {
		if (ref.of !== "item-slot") return null;
		const { recordId, name } = splitNamedId(ref.id);
		const isThere = stored.item(recordId).peek() ?? itemElsewhere(stored, recordId);
		return isThere ? at(recordId, name) : null;
	});

	return { at };
}
