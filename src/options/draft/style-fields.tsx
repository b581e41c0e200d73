import type { Desk } from "../app/desk.ts";
import { TextField } from "../ui/text-field.tsx";

/** The fields that the house style adds to a draft, such as a subject. */
export function StyleFields({ desk }: { desk: Desk }) {
	const draft = desk.stored.draft.value;
	const { fields } = desk.stored.style.value;
	if (!draft || fields.length === 0) return null;
	return (
		<div class="style-fields">
			{fields.map(({ name }) => {
				const field = desk.namedTexts.field(draft.id, name);
				return <TextField key={field.id} field={field} label={name} voice="prose" />;
			})}
		</div>
	);
}
