import { SHELF } from "../../../data/db/records.ts";
import { say } from "../../../extension/strings.ts";
import { Icon } from "../../../ui/icon.tsx";
import { fieldKey } from "../../fields/field-ref.ts";
import { focusById } from "../../ui/focus.ts";
import type { ControlProps } from "./item-props.ts";

/** What can be done with an item without opening it. */
export function ItemControls(props: ControlProps & { isOpen: boolean }) {
	const { desk, list, id, tabIndex, isOpen } = props;

	async function toggle(event: MouseEvent): Promise<void> {
		// As in any list: with a modifier, a click selects.
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
				{say(isOpen ? "optionsDone" : "optionsEdit")}
			</button>
			{list.name === "draft" && (
				<>
					<Small
						{...props}
						name="up"
						label={say("optionsMoveUp")}
						act={() => desk.items.move([id], "up")}
					/>
					<Small
						{...props}
						name="down"
						label={say("optionsMoveDown")}
						act={() => desk.items.move([id], "down")}
					/>
				</>
			)}
			<Small
				{...props}
				name="move"
				label={say("optionsMoveTo")}
				opens
				act={() => list.openMenu({ ids: [id], anchor: `item-${id}-move` })}
			/>
			{list.name === "draft" ? (
				<Small
					{...props}
					name="shelf"
					label={say("optionsShelve")}
					act={() => desk.items.send([id], SHELF)}
				/>
			) : (
				<Small
					{...props}
					name="unshelve"
					label={say("optionsUnshelve")}
					act={() => desk.items.send([id], desk.stored.currentDraft.peek() ?? "")}
				/>
			)}
			<Small
				{...props}
				name="delete"
				label={say("optionsDelete")}
				act={() => desk.items.delete([id])}
			/>
		</div>
	);
}

interface SmallProps extends ControlProps {
	name: Parameters<typeof Icon>[0]["name"];
	label: string;
	/** Whether it opens a menu. */
	opens?: boolean;
	act(): unknown;
}

/** A control that is a small picture. */
function Small({ id, tabIndex, name, label, opens, act }: SmallProps) {
	return (
		<button
			type="button"
			class="quiet small"
			id={`item-${id}-${name}`}
			tabIndex={tabIndex}
			aria-label={label}
			aria-haspopup={opens ? "menu" : undefined}
			title={label}
			aria-describedby={`item-${id}-summary`}
			onClick={() => void act()}
		>
			<Icon name={name} />
		</button>
	);
}
