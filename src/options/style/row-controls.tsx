import { translate } from "../../extension/strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { MoveButtons } from "../ui/move-buttons.tsx";

interface RowControlsProps {
	/**
	 * The prefix of the ids of its buttons. The first field of the row has the id `ID-heading` or `ID-key`.
	 */
	id: string;
	move(direction: "up" | "down"): void;
	/** For a row that can be hidden: whether it is hidden, and a function that changes that. */
	hiding?: { hidden: boolean; hide(hidden: boolean): void };
	remove(): void;
}

/** The buttons of a row in a list. */
export function RowControls({ id, move, hiding, remove }: RowControlsProps) {
	return (
		<div class="row-controls">
			<MoveButtons class="quiet" id={id} move={move} />
			{hiding && (
				<IconButton
					class="quiet"
					id={`${id}-hide`}
					icon={hiding.hidden ? "hidden" : "shown"}
					label={translate(hiding.hidden ? "optionsShow" : "optionsHide")}
					act={() => hiding.hide(!hiding.hidden)}
				/>
			)}
			<IconButton
				class="quiet"
				id={`${id}-remove`}
				icon="delete"
				label={translate("optionsRemove")}
				act={remove}
			/>
		</div>
	);
}
