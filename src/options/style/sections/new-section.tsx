import { useSignal } from "@preact/signals";
import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { focusAfterwards } from "../../ui/focus.ts";

/** The id of the field for the heading of a new section. */
export const NEW_SECTION = "new-section-heading";

/** A field and a button that add a section at the end. */
export function NewSection({ desk }: { desk: Desk }) {
	const { sections } = desk.styleState;
	const name = useSignal("");
	const problem = sections.addProblem.value;

	async function add(): Promise<void> {
		const focus = focusAfterwards();
		const id = await sections.add(name.value);
		if (id !== null) name.value = "";
		await focus(NEW_SECTION);
	}

	return (
		<form
			class="adding"
			onSubmit={(event) => {
				event.preventDefault();
				void add();
			}}
		>
			<div class="field">
				<label for={NEW_SECTION}>{translate("optionsNewSection")}</label>
				<input
					id={NEW_SECTION}
					autocomplete="off"
					aria-invalid={problem ? true : undefined}
					aria-describedby={problem ? `${NEW_SECTION}-problem` : undefined}
					value={name.value}
					onInput={({ currentTarget }) => {
						name.value = currentTarget.value;
						sections.forgetAddProblem();
					}}
				/>
				{problem && (
					<p class="problem" id={`${NEW_SECTION}-problem`}>
						{translate(problem.key, ...problem.values)}
					</p>
				)}
			</div>
			<button type="submit">{translate("optionsAddSection")}</button>
		</form>
	);
}
