import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusOnceThere } from "../ui/focus.ts";

/** Says that this is the sample, with a link to the own draft and a button that removes the sample. */
export function SampleBanner({ desk }: { desk: Desk }) {
	if (!desk.sample.shown.value) return null;

	async function remove(): Promise<void> {
		if (!(await desk.sample.remove())) return;
		const draftId = desk.stored.currentDraft.peek() ?? "";
		const intro = fieldKey({ of: "draft", id: draftId, part: "intro" });
		location.hash = hashOf("draft");
		// The intro is there already, but the page focuses the panel after the address has changed.
		addEventListener("hashchange", () => focusOnceThere(intro), { once: true });
	}

	return (
		<section class="sample-banner" aria-label={translate("optionsSample")}>
			<p id="sample-words">{translate("optionsSampleBanner")}</p>
			<div>
				<a href={hashOf("draft")}>{translate("optionsSampleBack")}</a>
				<button type="button" onClick={() => void remove()}>
					{translate("optionsSampleRemove")}
				</button>
			</div>
		</section>
	);
}
