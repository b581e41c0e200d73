import { say } from "../../extension/strings.ts";
import { Icon } from "../../ui/icon.tsx";

interface RowControlsProps {
	/** The beginning of the ids of its buttons; the row's first field has `ID-heading` or `ID-key`. */
	id: string;
	move(direction: "up" | "down"): void;
	/** For a row that can be hidden: whether it is, and how that is changed. */
	hiding?: { hidden: boolean; hide(hidden: boolean): void };
	remove(): void;
}

/** What can be done with a row of a list. */
export function RowControls({ id, move, hiding, remove }: RowControlsProps) {
	return (
		<div class="row-controls">
			{(["up", "down"] as const).map((direction) => {
				const name = say(direction === "up" ? "optionsMoveUp" : "optionsMoveDown");
				return (
					<button
						key={direction}
						type="button"
						class="quiet"
						id={`${id}-${direction}`}
						aria-label={name}
						title={name}
						onClick={() => move(direction)}
					>
						<Icon name={direction} />
					</button>
				);
			})}
			{hiding && <HideButton id={id} {...hiding} />}
			<button
				type="button"
				class="quiet"
				id={`${id}-remove`}
				aria-label={say("optionsRemove")}
				title={say("optionsRemove")}
				onClick={remove}
			>
				<Icon name="delete" />
			</button>
		</div>
	);
}

function HideButton({
	id,
	hidden,
	hide,
}: { id: string } & NonNullable<RowControlsProps["hiding"]>) {
	const name = say(hidden ? "optionsShow" : "optionsHide");
	return (
		<button
			type="button"
			class="quiet"
			id={`${id}-hide`}
			aria-label={name}
			title={name}
			onClick={() => hide(!hidden)}
		>
			<Icon name={hidden ? "hidden" : "shown"} />
		</button>
	);
}
