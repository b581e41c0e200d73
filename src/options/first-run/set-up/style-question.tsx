import { useSignal } from "@preact/signals";
import { WEEKLY } from "../../../core/calendar/interval.ts";
import {
	READY_MADE_STYLES,
	type ReadyMadeStyle,
} from "../../../core/house-style/ready-made-styles.ts";
import { shownSections } from "../../../core/house-style/shown-sections.ts";
import { translate } from "../../../extension/strings.ts";
import type { Stored } from "../../app/stored.ts";
import { IntervalChoice } from "../../settings/interval-choice.tsx";
import { Choice } from "../../style/choice.tsx";
import { focusAfterwards } from "../../ui/focus.ts";
import { QuestionPanel } from "./question.tsx";
import type { SetUpState } from "./set-up-state.ts";

interface StyleQuestionProps {
	setUpState: SetUpState;
	stored: Pick<Stored, "style" | "draft" | "interval">;
}

/** Asks for a ready-made style to start with, and for its sections and the publication interval. */
export function StyleQuestion({ setUpState, stored }: StyleQuestionProps) {
	const chosen = useSignal<ReadyMadeStyle["id"]>("devopsWeekly");
	const readyMade = READY_MADE_STYLES.find(({ id }) => id === chosen.value);
	const typed = useSignal<string | null>(null);
	const interval = useSignal(stored.interval.peek() ?? WEEKLY);
	const { answers } = setUpState.setUp.value;
	const headings = shownSections(stored.style.value).map(({ heading }) => heading);

	if (answers.issues === "answered") {
		return (
			<section class="question" aria-labelledby="set-up-style">
				<h3 id="set-up-style">{translate("setUpStyle")}</h3>
				<p class="skipped">{translate("setUpStyleFromIssues")}</p>
			</section>
		);
	}

	async function take(event: SubmitEvent): Promise<void> {
		event.preventDefault();
		const focus = focusAfterwards();
		const lines = (typed.peek() ?? headings.join("\n")).split("\n");
		if (!readyMade || !(await setUpState.takeStyle(readyMade.style, lines, interval.peek())))
			return;
		typed.value = null;
		await focus("set-up-style-again");
	}

	return (
		<QuestionPanel
			setUpState={setUpState}
			question="style"
			answer={translate("setUpStyleTaken", headings.join(", "))}
		>
			{(skip) => (
				<form onSubmit={(event) => void take(event)}>
					<p class="hint">{translate("setUpStyleLead")}</p>
					<div class="halves">
						<div>
							<Choice
								id="set-up-style-first"
								label={translate("setUpStyleChoice")}
								value={chosen.value}
								options={READY_MADE_STYLES.map(({ id }) => ({
									value: id,
									name: translate(`optionsReadyMade_${id}`),
								}))}
								choose={(id) => {
									chosen.value = id;
								}}
							/>
							<pre class="code">{readyMade?.style.item}</pre>
							<IntervalChoice
								id="set-up-interval"
								interval={interval.value}
								learns={false}
								from={stored.draft.value?.issueDate ?? null}
								choose={(now) => {
									interval.value = now ?? WEEKLY;
								}}
							/>
						</div>
						<div class="field">
							<label for="set-up-sections">{translate("setUpStyleSections")}</label>
							<textarea
								id="set-up-sections"
								class="prose"
								rows={2}
								aria-describedby="set-up-sections-hint"
								value={typed.value ?? headings.join("\n")}
								onInput={({ currentTarget }) => {
									typed.value = currentTarget.value;
								}}
							/>
							<p class="hint" id="set-up-sections-hint">
								{translate("setUpStyleSectionsHint")}
							</p>
						</div>
					</div>
					<div class="ways">
						<button type="submit">{translate("setUpStyleTake")}</button>
						{skip}
					</div>
				</form>
			)}
		</QuestionPanel>
	);
}
