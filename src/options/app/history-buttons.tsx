import { translate } from "../../extension/strings.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Desk } from "./desk.ts";

/** Undo and Redo. Each button says which change it would undo or redo. */
export function HistoryButtons({ desk }: { desk: Desk }) {
	const { undo, redo } = desk.stored.undoable.value;
	return (
		<>
			<Step
				name="undo"
				label={translate("optionsUndo")}
				what={undo && translate(`optionsChange_${undo}`)}
				nothing={translate("optionsNothingToUndo")}
				act={desk.undo}
			/>
			<Step
				name="redo"
				label={translate("optionsRedo")}
				what={redo && translate(`optionsRedo_${redo}`)}
				nothing={translate("optionsNothingToRedo")}
				act={desk.redo}
			/>
		</>
	);
}

interface StepProps {
	name: "undo" | "redo";
	label: string;
	/** The change that the button would undo or redo; null when there is none. */
	what: string | null;
	nothing: string;
	act(): Promise<void>;
}

function Step({ name, label, what, nothing, act }: StepProps) {
	const id = `${name}-what`;
	return (
		<>
			<button
				type="button"
				class="quiet step"
				aria-disabled={what === null}
				aria-describedby={id}
				title={what ?? nothing}
				onClick={() => void act()}
			>
				<Icon name={name} />
				<span>{label}</span>
			</button>
			<span class="visually-hidden" id={id}>
				{what ?? nothing}
			</span>
		</>
	);
}
