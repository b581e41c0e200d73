import { translate } from "../../../extension/strings.ts";
import type { ControlProps } from "./item-props.ts";

/**
 * Selects or deselects an item. With Shift, selects everything from the last selected item to this one.
 */
export function ItemSelect({ list, id, tabIndex }: ControlProps) {
	return (
		<label class="select">
			<input
				type="checkbox"
				id={`item-${id}-select`}
				tabIndex={tabIndex}
				checked={list.selection.has(id).value}
				aria-label={translate("optionsSelect")}
				aria-describedby={`item-${id}-summary`}
				onClick={(event) => {
					if (event.shiftKey) list.selection.extendTo(id);
					else list.selection.toggle(id);
					// The browser has already toggled the checkbox, but the selection may not have changed.
					event.currentTarget.checked = list.selection.has(id).peek();
				}}
			/>
		</label>
	);
}
