import { SHELF } from "../../../data/db/records.ts";
import { translate } from "../../../extension/strings.ts";
import { fieldKey } from "../../fields/field-ref.ts";
import { focusById } from "../../ui/focus.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { MoveButtons } from "../../ui/move-buttons.tsx";
import type { ControlProps } from "./item-props.ts";

/** Actions on an item that do not need the item to be open. */
export function ItemControls(props: ControlProps & { isOpen: boolean }) {
	const { desk, list, id, tabIndex, isOpen } = props;
	const shared = { tabIndex, describedBy: `item-${id}-summary` };

	async function toggle(event: MouseEvent): Promise<void> {
		// As in other lists, a click with a modifier key selects.
		if (event.shiftKey) list.selection.extendTo(id);
		else if (event.ctrlKey || event.metaKey) list.selection.toggle(id);
		else if (isOpen) {
			desk.items.close(id);
			await focusById(`item-${id}-edit`);
		} else {
			desk.items.open(id);
			await focusById(fieldKey({ of: "item", id, part: "note" }));
		}
	}

	return (
		<div class="controls">
			<button
				type="button"
				class="quiet edit"
				id={`item-${id}-edit`}
				tabIndex={tabIndex}
				aria-describedby={`item-${id}-summary`}
				onClick={(event) => void toggle(event)}
			>
				{translate(isOpen ? "optionsDone" : "optionsEdit")}
			</button>
			{list.name === "draft" && (
				<MoveButtons
					{...shared}
					id={`item-${id}`}
					move={(direction) => desk.items.move([id], direction)}
				/>
			)}
			<IconButton
				{...shared}
				id={`item-${id}-move`}
				icon="move"
				label={translate("optionsMoveTo")}
				opensMenu
				act={() => list.openMenu({ ids: [id], anchor: `item-${id}-move` })}
			/>
			{list.name === "draft" ? (
				<IconButton
					{...shared}
					id={`item-${id}-shelf`}
					icon="shelf"
					label={translate("optionsShelve")}
					act={() => desk.items.send([id], SHELF)}
				/>
			) : (
				<IconButton
					{...shared}
					id={`item-${id}-unshelve`}
					icon="unshelve"
					label={translate("optionsUnshelve")}
					act={() => desk.items.send([id], desk.stored.currentDraft.peek() ?? "")}
				/>
			)}
			<IconButton
				{...shared}
				id={`item-${id}-delete`}
				icon="delete"
				label={translate("optionsDelete")}
				act={() => desk.items.delete([id])}
			/>
		</div>
	);
}
