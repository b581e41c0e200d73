import type { Signal } from "@preact/signals";
import type { SectionStyle } from "../../../core/house-style/house-style.ts";
import { translate } from "../../../extension/strings.ts";
import { Icon } from "../../../ui/icon.tsx";
import type { Desk } from "../../app/desk.ts";
import { SectionRowControls } from "../../style/sections/section-row-controls.tsx";
import { TextField } from "../../ui/text-field.tsx";

const editorId = (section: string) => `section-${section}-editor`;

/** The button in the header of a section that opens its heading and its place for changes. */
export function EditSectionButton(props: { section: string; isEdited: Signal<boolean> }) {
	const { section, isEdited } = props;
	return (
		<button
			type="button"
			class="quiet small"
			aria-label={translate("optionsEditSection")}
			title={translate("optionsEditSection")}
			aria-describedby={`section-${section}`}
			aria-expanded={isEdited.value}
			aria-controls={editorId(section)}
			onClick={() => {
				isEdited.value = !isEdited.value;
			}}
		>
			<Icon name="edit" />
		</button>
	);
}

/** Renames, moves, hides or removes a section of the draft. All drafts follow, as in the house style. */
export function SectionEditor({ desk, style }: { desk: Desk; style: SectionStyle }) {
	const { id } = style;
	const isInDraft = (section: SectionStyle) =>
		desk.stored.order.value.some((order) => order.section === section.id);
	return (
		<div class="section-editor" id={editorId(id)}>
			<TextField
				field={desk.styleState.section(id).heading}
				label={translate("optionsSectionHeading")}
			/>
			<SectionRowControls desk={desk} section={style} id={`section-${id}`} isShown={isInDraft} />
		</div>
	);
}
