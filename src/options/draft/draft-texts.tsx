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

/** What the issue closes with. */
export function Footer({ fields }: DraftTextProps) {
	return (
		<div class="block">
			<TextField field={fields.footer} label={say("optionsFooter")} multiline voice="prose" />
		</div>
	);
}
