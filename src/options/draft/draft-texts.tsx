import { translate } from "../../extension/strings.ts";
import { TextField } from "../ui/text-field.tsx";
import type { DraftFieldSet } from "./draft-fields.ts";

interface DraftTextProps {
	fields: DraftFieldSet;
}

/** The intro of the issue. */
export function Intro({ fields }: DraftTextProps) {
	return (
		<div class="block">
			<TextField field={fields.intro} label={translate("optionsIntro")} multiline voice="prose" />
		</div>
	);
}

/** The footer of the issue. */
export function Footer({ fields }: DraftTextProps) {
	return (
		<div class="block">
			<TextField field={fields.footer} label={translate("optionsFooter")} multiline voice="prose" />
		</div>
	);
}
