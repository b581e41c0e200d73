import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import type { ArchiveDesk } from "../../archive/archive-desk.ts";
import { fieldKey } from "../../fields/field-ref.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import { IssuesQuestion } from "./issues-question.tsx";
import { LastIssue } from "./last-issue.tsx";
import { NameQuestion } from "./name-question.tsx";
import { StyleQuestion } from "./style-question.tsx";
import "./set-up.css";

interface SetUpProps {
	desk: Desk;
	archiveDesk: ArchiveDesk;
}

/**
 * Three questions about the newsletter, above the draft, which can be used meanwhile. They are folded if
 * a draft is started without answering them.
 */
export function SetUpQuestions({ desk, archiveDesk }: SetUpProps) {
	const { setUpState, stored } = desk;
	if (!setUpState.isShown.value || desk.sample.shown.value) return null;
	const { answers, state } = setUpState.setUp.value;
	const open = stored.items.value.length === 0 || state === "open";
	const isAnswered =
		answers.name !== undefined && (answers.issues === "answered" || answers.style !== undefined);

	async function end(): Promise<void> {
		const focus = focusAfterwards();
		const draftId = stored.draft.peek()?.id ?? "";
		if (await setUpState.end()) await focus(fieldKey({ of: "draft", id: draftId, part: "intro" }));
	}

	return (
		<section class="set-up" aria-labelledby="set-up-heading">
			<details open={open}>
				<summary>
					<h2 id="set-up-heading">{translate("setUpHeading")}</h2>
				</summary>
				<p class="hint">{translate("setUpLead")}</p>
				<div class="questions">
					<NameQuestion setUpState={setUpState} />
					<IssuesQuestion setUpState={setUpState} importing={archiveDesk.importing} />
					<StyleQuestion setUpState={setUpState} stored={stored} />
				</div>
				{answers.issues === "answered" && <LastIssue setUpState={setUpState} />}
				<div class="ways">
					<button type="button" class={isAnswered ? "primary" : "quiet"} onClick={() => void end()}>
						{translate(isAnswered ? "setUpEnd" : "setUpLeave")}
					</button>
				</div>
			</details>
		</section>
	);
}
