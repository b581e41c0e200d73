import { useRef } from "preact/hooks";
import { say } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { focusById } from "../../ui/focus.ts";
import { LearnedView } from "./learned-view.tsx";

/** "Write like an issue…": a past issue is read, and its style can be taken with one click. */
export function LearnStyle({ desk }: { desk: Desk }) {
	const { learning } = desk;
	const learned = learning.learned.value;
	const field = useRef<HTMLInputElement>(null);

	async function look(input: HTMLInputElement): Promise<void> {
		const [file] = input.files ?? [];
		if (file) await learning.look(file);
		// The same file can be chosen again, once it has been mended.
		input.value = "";
		await focusById("learned");
	}

	return (
		<div class="learn">
			<button type="button" onClick={() => field.current?.click()}>
				{say("optionsLearn")}
			</button>
			<input
				ref={field}
				type="file"
				hidden
				accept=".md,.markdown,.txt,text/markdown,text/plain"
				onChange={({ currentTarget }) => void look(currentTarget)}
			/>
			{learning.failed.value && (
				<p class="problem" role="alert">
					{say("optionsLearnFailed")}
				</p>
			)}
			{learned && <LearnedView learning={learning} learned={learned} />}
		</div>
	);
}
