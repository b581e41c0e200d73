import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { TextField } from "../../ui/text-field.tsx";
import { Switch } from "../choice.tsx";

/** Chooses the links that may run again without a warning. */
export function ExemptionsEditor({ desk }: { desk: Desk }) {
	const { exemptionsState } = desk;
	return (
		<>
			<TextField
				field={exemptionsState.hosts}
				label={translate("optionsExemptHosts")}
				hint={translate("optionsExemptHostsHint")}
				multiline
				voice="code"
			/>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset within another would look like one. */}
			<div role="group" aria-labelledby="exempt-sections">
				<p class="caption" id="exempt-sections">
					{translate("optionsExemptSections")}
				</p>
				{exemptionsState.sections.value.map(({ heading, exempt }) => (
					<Switch
						key={heading}
						id={`exempt-section-${heading}`}
						label={heading}
						on={exempt}
						turn={(on) => void exemptionsState.exempt(heading, on)}
					/>
				))}
			</div>
		</>
	);
}
