import { translate } from "../../../extension/strings.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import { QuestionPanel } from "./question.tsx";
import type { SettingUp } from "./setting-up.ts";

/** Asks for the name of the newsletter. */
export function NameQuestion({ settingUp }: { settingUp: SettingUp }) {
	const { name } = settingUp.setUp.value;

	async function take(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		const focus = focusAfterwards();
		if (await settingUp.takeName()) await focus("set-up-name-again");
	}

	return (
		<QuestionPanel settingUp={settingUp} question="name" answer={translate("setUpNameIs", name)}>
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
							value={settingUp.typedName.value ?? name}
							onInput={({ currentTarget }) => {
								settingUp.typedName.value = currentTarget.value;
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
