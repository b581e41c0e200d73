import { chooseInterval } from "../../data/drafts/choose-interval.ts";
import { translate } from "../../extension/strings.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { saveAndRead } from "../fields/saving.ts";
import { focusOnceThere } from "../ui/focus.ts";
import { IntervalChoice } from "./interval-choice.tsx";

/**
 * The settings of the newsletter other than its style: the interval, and a button that reopens the
 * set-up.
 */
export function NewsletterView({ desk }: { desk: Desk }) {
	const { stored, saving, setUpState } = desk;

	async function startSetUp(): Promise<void> {
		if (!(await setUpState.start())) return;
		location.hash = hashOf("draft");
		focusOnceThere("set-up-name-first");
	}

	return (
		<section aria-labelledby="newsletter-heading">
			<h3 id="newsletter-heading">{translate("newsletterHeading")}</h3>
			<p class="hint">{translate("intervalLead")}</p>
			<IntervalChoice
				id="interval"
				interval={stored.interval.value}
				learns
				from={stored.draft.value?.issueDate ?? null}
				choose={(interval) =>
					void saveAndRead(stored, saving, () => chooseInterval(interval)).then((saved) => {
						if (saved) desk.showNotice(sentence("intervalSaved"));
					})
				}
			/>
			<p class="hint">{translate("setUpAgainLead")}</p>
			<div class="ways">
				<button type="button" onClick={() => void startSetUp()}>
					{translate("setUpAgain")}
				</button>
			</div>
		</section>
	);
}
