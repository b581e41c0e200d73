import { useRef } from "preact/hooks";
import { READY_MADE_STYLES } from "../../../core/house-style/ready-made-styles.ts";
import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { focusAfterwards, focusById } from "../../ui/focus.ts";
import { LearnedView } from "./learned-view.tsx";

/** "Write like an issue…": past issues are read, and their style can be used with one click. */
export function LearnStyle({ desk }: { desk: Desk }) {
	const { styleLearning } = desk;
	const learned = styleLearning.learned.value;
	const field = useRef<HTMLInputElement>(null);

	async function look(input: HTMLInputElement): Promise<void> {
		const focus = focusAfterwards();
		const files = [...(input.files ?? [])];
		if (files.length > 0) await styleLearning.learnFromFiles(files);
		// The same file can be chosen again after it has been corrected.
		input.value = "";
		await focus("learned");
	}

	async function learnFromArchive(): Promise<void> {
		const focus = focusAfterwards();
		await styleLearning.learnFromArchive();
		await focus("learned");
	}

	return (
		<div>
			<div class="ways">
				<button type="button" onClick={() => field.current?.click()}>
					{translate("optionsLearn")}
				</button>
				<button type="button" onClick={() => void learnFromArchive()}>
					{translate("optionsLearnArchive")}
				</button>
			</div>
			<ReadyMade desk={desk} />
			<input
				ref={field}
				type="file"
				hidden
				multiple
				accept=".md,.markdown,.mdown,.mkd,.mdx,.txt,text/markdown,text/plain"
				onChange={({ currentTarget }) => void look(currentTarget)}
			/>
			{styleLearning.failed.value && (
				<p class="problem" role="alert">
					{translate("optionsLearnFailed")}
				</p>
			)}
			{learned && <LearnedView styleLearning={styleLearning} learned={learned} />}
		</div>
	);
}

/** The styles that come with Galley. */
function ReadyMade({ desk }: { desk: Desk }) {
	return (
		<>
			<h3 id="style-ready-made">{translate("optionsReadyMade")}</h3>
			<ul class="ready-made" aria-labelledby="style-ready-made">
				{READY_MADE_STYLES.map(({ id, style }) => {
					const name = translate(`optionsReadyMade_${id}`);
					return (
						<li key={id}>
							<button
								type="button"
								onClick={() => {
									desk.styleLearning.showStyle(name, style);
									void focusById("learned");
								}}
							>
								{name}
							</button>
							<code>{style.item}</code>
						</li>
					);
				})}
			</ul>
		</>
	);
}
