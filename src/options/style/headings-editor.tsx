import { HEADING_FORMS, type HeadingForm } from "../../core/house-style/house-style.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Choice } from "./choice.tsx";
import { headingForm, withHeadingForm } from "./heading-forms.ts";

/** A heading as it is written, on one line. */
function written(form: HeadingForm, heading: string): string {
	if (form === "**") return `**${heading}**`;
	return form.startsWith("#") ? `${form} ${heading}` : `${heading} ↵ ${form.repeat(4)}`;
}

/** Edits how headings are written. */
export function HeadingsEditor({ desk }: { desk: Desk }) {
	const { styleState, stored } = desk;
	const style = stored.style.value;
	const example = style.sections[0]?.heading ?? translate("optionsHeading");
	return (
		<Choice
			id="style-heading"
			label={translate("optionsHeadingForm")}
			value={headingForm(style)}
			options={HEADING_FORMS.map((value) => ({ value, name: written(value, example) }))}
			choose={(form) => void styleState.set((now) => withHeadingForm(now, form))}
		/>
	);
}
