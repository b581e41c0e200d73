import { ownSlots } from "../../../core/house-style/page-slots.ts";
import type { Desk } from "../../app/desk.ts";
import { TextField } from "../../ui/text-field.tsx";

interface ItemSlotsProps {
	desk: Desk;
	id: string;
	/** The item pattern of the section. */
	pattern: string;
}

/** The fields for the other slots of the item pattern, such as the author. */
export function ItemSlots({ desk, id, pattern }: ItemSlotsProps) {
	return (
		<>
			{ownSlots(pattern).map((name) => (
				<TextField key={name} field={desk.slotFields.at(id, name)} label={name} voice="prose" />
			))}
		</>
	);
}
