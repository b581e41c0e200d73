import { useSignal } from "@preact/signals";
import { say } from "../../browser/strings.ts";
import { focusAfterwards, keepingFocus } from "../focus.ts";
import type { Desk } from "../state/desk.ts";
import { TextField } from "../text-field.tsx";
import { RowControls } from "./row-controls.tsx";

/** The sections of an issue: their headings, how these are underlined, and their order. */
export function SectionsEditor({ desk }: { desk: Desk }) {
	const { styling, stored } = desk;
	const { sections, heading } = stored.style.value;
	const name = useSignal("");

	async function add(): Promise<void> {
		const focus = focusAfterwards();
		const id = await styling.addSection(name.value);
		if (id === null) return;
		name.value = "";
		await focus("style-section-new");
	}

	async function remove(id: string): Promise<void> {
		const filled = stored.itemsIn(id).peek().length > 0;
		const focus = focusAfterwards();
		await styling.removeSection(id);
		await focus(filled ? `style-section-${id}-remove` : "style-section-new");
	}

	return (
		<fieldset>
			<legend>{say("optionsSections")}</legend>
			<ol class="rows sections">
				{sections.map((section) => (
					<li key={section.id}>
						<TextField field={styling.section(section.id).heading} label={say("optionsHeading")} />
						{!heading.startsWith("#") && (
							<TextField
								field={styling.section(section.id).underline}
								label={say("optionsUnderline")}
								placeholder={say("optionsAsHeading")}
								inputMode="numeric"
								voice="code"
							/>
						)}
						<RowControls
							id={`style-section-${section.id}`}
							move={(direction) =>
								void keepingFocus(() => styling.moveSection(section.id, direction))
							}
							remove={() => void remove(section.id)}
						/>
					</li>
				))}
			</ol>
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
						value={name.value}
						onInput={({ currentTarget }) => {
							name.value = currentTarget.value;
						}}
					/>
				</div>
				<button type="submit">{say("optionsAddSection")}</button>
			</form>
		</fieldset>
	);
}
