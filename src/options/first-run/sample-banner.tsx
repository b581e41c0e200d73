import { say } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { focusAfterwards } from "../ui/focus.ts";

/** Says that this is the sample, with a link to the own draft and a button that removes the sample. */
export function SampleBanner({ desk }: { desk: Desk }) {
	if (!desk.sample.shown.value) return null;

	async function remove(): Promise<void> {
		const focus = focusAfterwards();
		if (!(await desk.sample.remove())) return;
		location.hash = hashOf("draft");
		await focus("draft-number");
	}

	return (
		<section class="sample-banner" aria-label={say("optionsSample")}>
			<p id="sample-words">{say("optionsSampleBanner")}</p>
			<div>
				<a href={hashOf("draft")}>{say("optionsSampleBack")}</a>
				<button type="button" onClick={() => void remove()}>
					{say("optionsSampleRemove")}
				</button>
			</div>
		</section>
	);
}
