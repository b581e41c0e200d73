import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { type FieldRef, fieldKey } from "../fields/field-ref.ts";
import { areIssueFieldsOpen } from "./issue-fields.tsx";

/**
 * Opens what a field is part of, and gives it the focus.
 *
 * @param focus from `focusAfterwards`, called when the person asked for it
 */
export async function goToField(
	{ items }: Pick<Desk, "items">,
	ref: FieldRef,
	focus: (id: string) => Promise<void>,
): Promise<void> {
	const id = fieldKey(ref);
	if (ref.of === "item") items.open(ref.id);
	else if (ref.of === "sponsor") {
		// Those of the draft stand on its own panel.
		if (!document.getElementById(id)) location.hash = hashOf("sponsors", ref.id);
	} else if (ref.of === "draft") {
		if (ref.part !== "intro" && ref.part !== "footer") areIssueFieldsOpen.value = true;
	} else location.hash = hashOf("style");
	await focus(id);
}
