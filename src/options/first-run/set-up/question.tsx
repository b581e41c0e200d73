import type { ComponentChildren } from "preact";
import type { SetUpQuestion } from "../../../data/db/records.ts";
import { translate } from "../../../extension/strings.ts";
import { focusAfterwards } from "../../ui/focus.ts";
import type { SettingUp } from "./setting-up.ts";

/** The texts of each question, and of the buttons that skip it and return to it. */
const WORDS = {
	name: { heading: "setUpName", skip: "setUpNameSkip", ask: "setUpAskName" },
	issues: { heading: "setUpIssues", skip: "setUpIssuesSkip", ask: "setUpAskIssues" },
	style: { heading: "setUpStyle", skip: "setUpStyleSkip", ask: "setUpAskStyle" },
} as const satisfies Record<SetUpQuestion, object>;

interface QuestionProps {
	settingUp: SettingUp;
	question: SetUpQuestion;
	/** The answer, as a sentence. */
	answer: string;
	/** The fields and buttons of the answer. The argument is the button that skips the question. */
	children(skip: ComponentChildren): ComponentChildren;
}

/** One question of the set-up. It can be answered or skipped, and asked again later. */
export function QuestionPanel({ settingUp, question, answer, children }: QuestionProps) {
	const id = `set-up-${question}`;
	const words = WORDS[question];
	const given = settingUp.setUp.value.answers[question];

	async function skip(): Promise<void> {
		const focus = focusAfterwards();
		if (await settingUp.skip(question)) await focus(`${id}-again`);
	}

	async function ask(): Promise<void> {
		const focus = focusAfterwards();
		if (await settingUp.ask(question)) await focus(`${id}-first`);
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
