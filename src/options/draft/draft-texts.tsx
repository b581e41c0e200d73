import { say } from "../../browser/strings.ts";
import type { DraftFieldSet } from "../state/draft-fields.ts";
import { TextField } from "../text-field.tsx";

interface DraftTextProps {
	fields: DraftFieldSet;
}

/** What the issue opens with. */
export function Intro({ fields }: DraftTextProps) {
	return (
		<div class="block">
			<TextField field={fields.intro} label={say("optionsIntro")} multiline voice="prose" />
		</div>
	);
}

/** Who pays for the issue, and what they want said. */
export function SponsorBlock({ fields }: DraftTextProps) {
	return (
		<div class="block sponsor">
			<TextField field={fields.sponsorName} label={say("optionsSponsorName")} />
			<TextField
				field={fields.sponsorNote}
				label={say("optionsSponsorNote")}
				multiline
				voice="prose"
			/>
			<TextField
				field={fields.sponsorLinks}
				label={say("optionsSponsorLinks")}
				multiline
				voice="code"
			/>
		</div>
	);
}

/** What the issue closes with. */
export function Footer({ fields }: DraftTextProps) {
	return (
		<div class="block">
			<TextField field={fields.footer} label={say("optionsFooter")} multiline voice="prose" />
		</div>
	);
}
