import { translate } from "../../../extension/strings.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import { QuestionPanel } from "./question.tsx";
import type { SetUpState } from "./set-up-state.ts";

/** Asks for the name of the newsletter. */
export function NameQuestion({ setUpState }: { setUpState: SetUpState }) {
	const { name } = setUpState.setUp.value;

	async function take(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		const focus = focusAfterwards();
		if (await setUpState.takeName()) await focus("set-up-name-again");
	}

	return (
		<QuestionPanel setUpState={setUpState} question="name" answer={translate("setUpNameIs", name)}>
			{(skip) => (
				<form onSubmit={(event) => void take(event)}>
					<div class="field">
						<label for="set-up-name-first">{translate("setUpNameField")}</label>
						<input
							id="set-up-name-first"
							type="text"
							class="prose"
							autocomplete="off"
							aria-describedby="set-up-name-lead"
							value={setUpState.typedName.value ?? name}
							onInput={({ currentTarget }) => {
								setUpState.typedName.value = currentTarget.value;
							}}
						/>
						<p class="hint" id="set-up-name-lead">
							{translate("setUpNameLead")}
						</p>
					</div>
					<div class="ways">
						<button type="submit">{translate("setUpNameTake")}</button>
						{skip}
					</div>
				</form>
			)}
		</QuestionPanel>
	);
}
