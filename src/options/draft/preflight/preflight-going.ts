import type { Place } from "../../../core/preflight/finding.ts";
import { noSponsor } from "../../../data/sponsors/sponsors.ts";
import type { Desk } from "../../app/desk.ts";
import { focusAfterwards } from "../../ui/focus.ts";

/** Goes to where a finding is: opens the item, and puts the caret where it can be mended. */
export async function goTo(desk: Desk, place: Place): Promise<void> {
	const focus = focusAfterwards();
	if (place.at === "item") desk.items.open(place.id);
	const id = idOf(desk, place);
	await focus(id);
	document.getElementById(id)?.scrollIntoView({ block: "center" });
}

function idOf(desk: Desk, place: Place): string {
	if (place.at === "item") return `item-${place.id}-${place.field}`;
	if (place.at === "draft") return `draft-${place.field}`;
	if (place.at === "section") return `section-${place.id}-add`;
	const id = place.id || noSponsor(desk.stored.draft.peek()?.id ?? "").id;
	return `sponsor-${id}-${place.field}`;
}
