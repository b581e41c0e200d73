import type { Finding } from "../../../core/preflight/checks.ts";
import type { FindingPlace } from "../../../core/preflight/finding.ts";
import { findWords } from "../../../core/preflight/words.ts";
import { emptySponsor } from "../../../data/sponsors/sponsors.ts";
import type { Desk } from "../../app/desk.ts";
import { type FieldRef, fieldKey } from "../../fields/field-ref.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import { goToField } from "../go-to-field.ts";

/** Goes to the place of a finding: opens the item and selects the words of the finding. */
export async function goTo(desk: Desk, finding: Finding): Promise<void> {
	const { place } = finding;
	const focus = focusAfterwards();
	const ref = fieldAt(place, desk.stored.draft.peek()?.id ?? "");
	const id = ref ? fieldKey(ref) : `section-${place.at === "section" ? place.id : ""}-add`;
	if (ref) await goToField(desk, ref, focus);
	else await focus(id);
	const element = document.getElementById(id);
	element?.scrollIntoView({ block: "center" });
	if (element && element === document.activeElement) selectWords(element, finding);
}

function selectWords(field: Element, { words = "", which }: Finding): void {
	if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
	const span = findWords(field.value, words, which);
	if (span) field.setSelectionRange(span.start, span.end);
}

/** The field of a place; null for a section, which has no field. */
function fieldAt(place: FindingPlace, draftId: string): FieldRef | null {
	if (place.at === "item") return { of: "item", id: place.id, part: place.field };
	if (place.at === "draft") return { of: "draft", id: draftId, part: place.field };
	if (place.at === "section") return null;
	return { of: "sponsor", id: place.id || emptySponsor(draftId).id, part: place.field };
}
