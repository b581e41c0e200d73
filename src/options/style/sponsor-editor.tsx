import { say } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";
import { Switch } from "./choice.tsx";

/** How a sponsor is announced, and whether they have the last word too. */
export function SponsorEditor({ desk }: { desk: Desk }) {
	const { styling, stored } = desk;
	const { sponsor, heading } = stored.style.value;
	return (
		<>
			<TextField
				field={styling.fields.sponsorHeading}
				label={say("optionsSponsorHeading")}
				hint={say("optionsSponsorHeadingHint")}
			/>
			{!heading.startsWith("#") && (
				<TextField
					field={styling.fields.sponsorUnderline}
					label={say("optionsUnderlineOfSponsor")}
					placeholder={say("optionsAsHeading")}
					inputMode="numeric"
					voice="code"
				/>
			)}
			<Switch
				id="style-sponsor-at-foot"
				label={say("optionsSponsorAtFoot")}
				on={sponsor.atFoot}
				turn={(atFoot) => void styling.set((style) => ({ sponsor: { ...style.sponsor, atFoot } }))}
			/>
		</>
	);
}
