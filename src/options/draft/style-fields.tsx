import { editDraft } from "../../data/drafts/drafts.ts";
import { fieldsOf } from "../../export/assemble.ts";
import type { Desk } from "../app/desk.ts";
import { saveAndRead } from "../fields/saving.ts";

/** The fields that the house style adds to a draft, such as a subject. */
export function StyleFields({ desk }: { desk: Desk }) {
	const { stored, saving } = desk;
	const draft = stored.draft.value;
	const { fields } = stored.style.value;
	if (!draft || fields.length === 0) return null;
	const values = fieldsOf(draft, stored.style.value);

	function save(name: string, value: string): void {
		const now = stored.draft.peek();
		if (!now) return;
		void saveAndRead(stored, saving, () =>
			editDraft(now.id, { fields: { ...now.fields, [name]: value } }),
		);
	}

	return (
		<div class="which">
			{fields.map(({ name }) => {
				const id = `draft-field-${draft.id}-${name}`;
				return (
					<div class="field" key={id}>
						<label for={id}>{name}</label>
						<input
							id={id}
							type="text"
							class="prose"
							autocomplete="off"
							defaultValue={values[name] ?? ""}
							onInput={({ currentTarget }) => save(name, currentTarget.value)}
						/>
					</div>
				);
			})}
		</div>
	);
}
