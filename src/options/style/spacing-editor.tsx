import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { Switch } from "./choice.tsx";
import { SPACES } from "./style-fields.ts";

/**
 * Edits the number of empty lines in each place, and whether `From ` is quoted at the start of a line.
 */
export function SpacingEditor({ desk }: { desk: Desk }) {
	const { styleState, stored } = desk;
	const { spacing } = styleState.fields;
	return (
		<>
			{SPACES.map((place) => (
				<TextField
					key={place}
					field={spacing[place]}
					label={translate(`optionsSpacing_${place}`)}
					inputMode="numeric"
					voice="code"
				/>
			))}
			<Switch
				id="style-mail-quoting"
				label={translate("optionsMailQuoting")}
				on={stored.style.value.mailQuoting}
				turn={(mailQuoting) => void styleState.set(() => ({ mailQuoting }))}
			/>
		</>
	);
}
