import { say } from "../../browser/strings.ts";
import type { Desk } from "../state/desk.ts";
import { SPACES } from "../state/style-fields.ts";
import { TextField } from "../text-field.tsx";

/** How many empty lines stand in each place. */
export function SpacingEditor({ desk }: { desk: Desk }) {
	const { spacing } = desk.styling.fields;
	return (
		<fieldset class="columns">
			<legend>{say("optionsSpacing")}</legend>
			{SPACES.map((place) => (
				<TextField
					key={place}
					field={spacing[place]}
					label={say(`optionsSpacing_${place}`)}
					inputMode="numeric"
					voice="code"
				/>
			))}
		</fieldset>
	);
}
