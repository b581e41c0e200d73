import { itemPatternOf } from "../../../core/house-style/house-style.ts";
import { parseItemPattern } from "../../../core/house-style/parse-item-pattern.ts";
import { translate } from "../../../extension/strings.ts";
import { headingOf } from "../../app/stored.ts";
import { TextField } from "../../ui/text-field.tsx";
import { hiddenSections } from "../order/destinations.ts";
import { ItemFindings } from "./item-findings.tsx";
import type { ItemProps } from "./item-props.ts";
import { ItemSlots } from "./item-slots.tsx";

/** The fields of an open item. */
export function ItemEditor({ desk, list, id, section }: ItemProps) {
	const { title, note, links } = desk.fields.item(id);
	const own = itemPatternOf(desk.stored.style.value, section);
	const pattern = parseItemPattern(own);
	const moveId = `item-${id}-section`;
	const hidden = hiddenSections(desk.stored);
	const offered = list.order.value.filter(
		(part) => part.section === section || !hidden.has(part.section),
	);
	return (
		<div class="editor">
			{pattern.slots.includes("title") && (
				<TextField field={title} label={translate("optionsTitle")} voice="prose" />
			)}
			<TextField field={note} label={translate("optionsNote")} multiline voice="prose" />
			<TextField
				field={links}
				label={translate("optionsLinks")}
				hint={translate("optionsLinksHint")}
				multiline
				voice="code"
			/>
			<ItemSlots desk={desk} id={id} pattern={own} />
			<div class="field aside">
				<label for={moveId}>{translate("optionsMoveTo")}</label>
				<select
					id={moveId}
					value={section}
					onChange={({ currentTarget }) =>
						void desk.items.moveTo([id], { section: currentTarget.value, before: null })
					}
				>
					{offered.map((part) => (
						<option key={part.section} value={part.section}>
							{headingOf(desk.stored, part.section)}
						</option>
					))}
				</select>
			</div>
			<ItemFindings desk={desk} id={id} />
		</div>
	);
}
