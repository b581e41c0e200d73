import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { Switch } from "./choice.tsx";
import { headingForm } from "./heading-forms.ts";
import { withSponsor } from "./style-fields.ts";

/** Edits how sponsors are written, and whether they are repeated at the end. */
export function SponsorEditor({ desk }: { desk: Desk }) {
	const { styleState, stored } = desk;
	const style = stored.style.value;
	const { sponsor } = style;
	return (
		<>
			<Switch
				id="style-sponsor-own"
				label={translate("optionsSponsorOwn")}
				on={sponsor !== null}
				turn={(on) => void styleState.set((now) => (on ? withSponsor(now, {}) : { sponsor: null }))}
			/>
			{sponsor && (
				<>
					<TextField
						field={styleState.fields.sponsorHeading}
						label={translate("optionsSponsorHeading")}
						hint={translate("optionsSponsorHeadingHint")}
					/>
					{/^[=-]/.test(headingForm(style)) && (
						<TextField
							field={styleState.fields.sponsorUnderline}
							label={translate("optionsUnderlineOfSponsor")}
							placeholder={translate("optionsAsHeading")}
							inputMode="numeric"
							voice="code"
						/>
					)}
					<Switch
						id="style-sponsor-at-foot"
						label={translate("optionsSponsorAtFoot")}
						on={sponsor.atFoot}
						turn={(atFoot) => void styleState.set((now) => withSponsor(now, { atFoot }))}
					/>
				</>
			)}
		</>
	);
}
