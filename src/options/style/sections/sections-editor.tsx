import type { SectionStyle } from "../../../core/house-style/house-style.ts";
import { translate, translateCount } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { TextField } from "../../ui/text-field.tsx";
import { headingForm } from "../heading-forms.ts";
import { NewSection } from "./new-section.tsx";
import { SectionRowControls } from "./section-row-controls.tsx";

/** Edits the sections of an issue: headings, underlines, order, and which are hidden. */
export function SectionsEditor({ desk }: { desk: Desk }) {
	return (
		<>
			<ol class="rows sections">
				{desk.stored.style.value.sections.map((section) => (
					<SectionRow key={section.id} desk={desk} section={section} />
				))}
			</ol>
			<NewSection desk={desk} />
		</>
	);
}

function SectionRow({ desk, section }: { desk: Desk; section: SectionStyle }) {
	const { styleState, stored } = desk;
	const { id, hidden = false } = section;
	const fields = styleState.section(id);
	const items = stored.itemsIn(id).value.length;

	return (
		<li class={hidden ? "hidden-section" : undefined}>
			<TextField field={fields.heading} label={translate("optionsHeading")} />
			{/^[=-]/.test(headingForm(stored.style.value)) && (
				<TextField
					field={fields.underline}
					label={translate("optionsUnderline")}
					placeholder={translate("optionsAsHeading")}
					inputMode="numeric"
					voice="code"
				/>
			)}
			<TextField
				field={fields.level}
				label={translate("optionsSectionLevel")}
				inputMode="numeric"
				voice="code"
			/>
			<TextField
				field={fields.item}
				label={translate("optionsSectionItem")}
				placeholder={translate("optionsAsOthers")}
				voice="code"
				multiline
			/>
			<SectionRowControls desk={desk} section={section} id={`style-section-${id}`} />
			{hidden && (
				<p class="hint">
					{items > 0 ? translateCount("optionsIsHiddenWith", items) : translate("optionsIsHidden")}
				</p>
			)}
		</li>
	);
}
