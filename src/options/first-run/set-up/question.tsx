import type { ComponentChildren } from "preact";
import type { SetUpQuestion } from "../../../data/db/records.ts";
import { translate } from "../../../extension/strings.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import type { SetUpState } from "./set-up-state.ts";

/** The texts of each question, and of the buttons that skip it and return to it. */
const WORDS = {
	name: { heading: "setUpName", skip: "setUpNameSkip", ask: "setUpAskName" },
	issues: { heading: "setUpIssues", skip: "setUpIssuesSkip", ask: "setUpAskIssues" },
	style: { heading: "setUpStyle", skip: "setUpStyleSkip", ask: "setUpAskStyle" },
} as const satisfies Record<SetUpQuestion, object>;

interface QuestionProps {
	setUpState: SetUpState;
	question: SetUpQuestion;
	/** The answer, as a sentence. */
	answer: string;
	/** The fields and buttons of the answer. The argument is the button that skips the question. */
	children(skip: ComponentChildren): ComponentChildren;
}

/** One question of the set-up. It can be answered or skipped, and asked again later. */
export function QuestionPanel({ setUpState, question, answer, children }: QuestionProps) {
	const id = `set-up-${question}`;
	const words = WORDS[question];
	const given = setUpState.setUp.value.answers[question];

	async function skip(): Promise<void> {
		const focus = focusAfterwards();
		if (await setUpState.skip(question)) await focus(`${id}-again`);
	}

	async function ask(): Promise<void> {
		const focus = focusAfterwards();
		if (await setUpState.ask(question)) await focus(`${id}-first`);
	}

	return (
		<section class="question" aria-labelledby={id}>
			<h3 id={id}>{translate(words.heading)}</h3>
			{given === undefined ? (
				children(
					<button type="button" class="quiet" onClick={() => void skip()}>
						{translate(words.skip)}
					</button>,
				)
			) : (
				<>
					<p class={given}>{given === "skipped" ? translate("setUpSkipped") : answer}</p>
					<button
						type="button"
						class="quiet ask-again"
						id={`${id}-again`}
						onClick={() => void ask()}
					>
						{translate(words.ask)}
					</button>
				</>
			)}
		</section>
	);
}
