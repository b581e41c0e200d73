import { say } from "../../browser/strings.ts";
import type { Desk } from "../state/desk.ts";
import { SPACES } from "../state/style-fields.ts";
import { TextField } from "../text-field.tsx";
import { Switch } from "./choice.tsx";

/** How many empty lines stand in each place, and whether `From ` is quoted at the start of a line. */
export function SpacingEditor({ desk }: { desk: Desk }) {
	const { styling, stored } = desk;
	const { spacing } = styling.fields;
	return (
		<>
			{SPACES.map((place) => (
				<TextField
					key={place}
					field={spacing[place]}
					label={say(`optionsSpacing_${place}`)}
					inputMode="numeric"
					voice="code"
				/>
			))}
			<Switch
				id="style-mail-quoting"
				label={say("optionsMailQuoting")}
				on={stored.style.value.mailQuoting}
				turn={(mailQuoting) => void styling.set(() => ({ mailQuoting }))}
			/>
		</>
	);
}
