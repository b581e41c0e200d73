import { say } from "../browser/strings.ts";
import type { Desk } from "./state/desk.ts";

/** Undo, which says what it would take back. */
export function UndoButton({ desk }: { desk: Desk }) {
	const kind = desk.stored.undoable.value.undo;
	const what = kind ? say(`optionsChange_${kind}`) : say("optionsNothingToUndo");
	return (
		<>
			<button
				type="button"
				class="quiet"
				aria-disabled={kind === null}
				aria-describedby="undo-what"
				title={what}
				onClick={() => void desk.undo()}
			>
				{say("optionsUndo")}
			</button>
			<span class="visually-hidden" id="undo-what">
				{what}
			</span>
		</>
	);
}
