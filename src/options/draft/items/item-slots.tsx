import { ownSlots } from "../../../core/house-style/page-slots.ts";
import { editItem } from "../../../data/items/items.ts";
import type { Desk } from "../../app/desk.ts";
import { saveAndRead } from "../../fields/saving.ts";

interface ItemSlotsProps {
	desk: Desk;
	id: string;
	/** The item pattern of the section. */
	pattern: string;
}

/** The fields for the other slots of the item pattern, such as the author. */
export function ItemSlots({ desk, id, pattern }: ItemSlotsProps) {
	const { stored, saving } = desk;
	const item = stored.items.value.find((each) => each.id === id);
	if (!item) return null;

	function save(name: string, value: string): void {
		const now = stored.items.peek().find((each) => each.id === id);
		if (!now) return;
		const { [name]: _, ...others } = now.slots;
		const typed = value.replace(/\s+/g, " ").trim();
		const slots = typed === "" ? others : { ...others, [name]: typed };
		void saveAndRead(stored, saving, () => editItem(id, { slots }));
	}

	return (
		<>
			{ownSlots(pattern).map((name) => {
				const field = `item-${id}-slot-${name}`;
				return (
					<div class="field" key={field}>
						<label for={field}>{name}</label>
						<input
							id={field}
							type="text"
							class="prose"
							autocomplete="off"
							defaultValue={item.slots[name] ?? ""}
							onInput={({ currentTarget }) => save(name, currentTarget.value)}
						/>
					</div>
				);
			})}
		</>
	);
}
