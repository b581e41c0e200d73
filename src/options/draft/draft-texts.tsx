import { say } from "../../extension/strings.ts";
import { TextField } from "../ui/text-field.tsx";
import type { DraftFieldSet } from "./draft-fields.ts";

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
