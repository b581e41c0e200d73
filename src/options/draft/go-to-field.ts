import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { type FieldRef, fieldKey, splitNamedId } from "../fields/field-ref.ts";
import { areIssueFieldsOpen } from "./issue-fields.tsx";
import { openStandingText } from "./standing-texts.tsx";

/**
 * Opens what contains a field and focuses the field.
 *
 * @param focus from `focusAfterwards`, called when the person started the action
 */
export async function goToField(
	{ items }: Pick<Desk, "items">,
	ref: FieldRef,
	focus: (id: string) => Promise<void>,
): Promise<void> {
	const id = fieldKey(ref);
	if (ref.of === "item") items.open(ref.id);
	else if (ref.of === "item-slot") items.open(splitNamedId(ref.id).recordId);
	else if (ref.of === "sponsor") {
		// The sponsors of the draft are on its own panel. All others are on the sponsors panel.
		if (!document.getElementById(id)) location.hash = hashOf("sponsors", ref.id);
	} else if (ref.of === "draft") {
		if (ref.part !== "intro" && ref.part !== "footer") areIssueFieldsOpen.value = true;
	} else if (ref.of === "draft-standing") openStandingText(splitNamedId(ref.id).name);
	else if (ref.of === "style-standing") openStandingText(ref.id);
	else if (ref.of !== "draft-field") location.hash = hashOf("style");
	await focus(id);
}
