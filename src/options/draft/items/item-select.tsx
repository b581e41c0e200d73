import { say } from "../../../extension/strings.ts";
import type { ControlProps } from "./item-props.ts";

/** Takes an item into the selection, or out; with Shift, all from the last one taken in to here. */
export function ItemSelect({ list, id, tabIndex }: ControlProps) {
	return (
		<label class="select">
			<input
				type="checkbox"
				id={`item-${id}-select`}
				tabIndex={tabIndex}
				checked={list.selection.has(id).value}
				aria-label={say("optionsSelect")}
				aria-describedby={`item-${id}-summary`}
				onClick={(event) => {
					if (event.shiftKey) list.selection.extendTo(id);
					else list.selection.toggle(id);
					// It shows what is selected, which may be what it was before.
					event.currentTarget.checked = list.selection.has(id).peek();
				}}
			/>
		</label>
	);
}
