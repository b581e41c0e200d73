import { useSignal } from "@preact/signals";
import type { SectionStyle } from "../../core/house-style/house-style.ts";
import { say, sayCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { focusAfterwards, keepingFocus } from "../ui/focus.ts";
import { TextField } from "../ui/text-field.tsx";
import { headingForm } from "./heading-forms.ts";
import { RowControls } from "./row-controls.tsx";

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
	const { styling, stored } = desk;
	const { id, hidden = false } = section;
	const fields = styling.section(id);
	const items = stored.itemsIn(id).value.length;

	async function remove(): Promise<void> {
		const focus = focusAfterwards();
		const gone = await styling.sections.remove(id);
		await focus(gone ? "style-section-new" : `style-section-${id}-remove`);
	}

	return (
		<li class={hidden ? "hidden-section" : undefined}>
			<TextField field={fields.heading} label={say("optionsHeading")} />
			{/^[=-]/.test(headingForm(stored.style.value)) && (
				<TextField
					field={fields.underline}
					label={say("optionsUnderline")}
					placeholder={say("optionsAsHeading")}
					inputMode="numeric"
					voice="code"
				/>
			)}
			<TextField
				field={fields.level}
				label={say("optionsSectionLevel")}
				inputMode="numeric"
				voice="code"
			/>
			<TextField
				field={fields.item}
				label={say("optionsSectionItem")}
				placeholder={say("optionsAsOthers")}
				voice="code"
				multiline
			/>
			<RowControls
				id={`style-section-${id}`}
				move={(direction) => void keepingFocus(() => styling.sections.move(id, direction))}
				hiding={{
					hidden,
					hide: (hide) => void keepingFocus(() => styling.sections.hide(id, hide)),
				}}
				remove={() => void remove()}
			/>
			{hidden && (
				<p class="hint">
					{items > 0 ? sayCount("optionsIsHiddenWith", items) : say("optionsIsHidden")}
				</p>
			)}
		</li>
	);
}

function NewSection({ desk }: { desk: Desk }) {
	const { sections } = desk.styling;
	const name = useSignal("");
	const problem = sections.addProblem.value;

	async function add(): Promise<void> {
		const focus = focusAfterwards();
		const id = await sections.add(name.value);
		if (id !== null) name.value = "";
		await focus("style-section-new");
	}

	return (
		<form
			class="adding"
			onSubmit={(event) => {
				event.preventDefault();
				void add();
			}}
		>
			<div class="field">
				<label for="style-section-new">{say("optionsNewSection")}</label>
				<input
					id="style-section-new"
					autocomplete="off"
					aria-invalid={problem ? true : undefined}
					aria-describedby={problem ? "style-section-new-problem" : undefined}
					value={name.value}
					onInput={({ currentTarget }) => {
						name.value = currentTarget.value;
						sections.forgetAddProblem();
					}}
				/>
				{problem && (
					<p class="problem" id="style-section-new-problem">
						{say(problem.key, ...problem.values)}
					</p>
				)}
			</div>
			<button type="submit">{say("optionsAddSection")}</button>
		</form>
	);
}
