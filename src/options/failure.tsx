import { say } from "../browser/strings.ts";
import type { Desk } from "./state/desk.ts";

/** What could not be read or written, what became of the words, and a way to try again. */
export function Failure({ desk }: { desk: Desk }) {
	const failure = desk.saving.failure.value ?? desk.stored.failure.value;
	if (!failure) return null;
	async function tryAgain(): Promise<void> {
		await desk.fields.flush();
		await desk.stored.refresh();
	}
	return (
		<div class="failure" role="alert">
			<p>{say(failure.key, ...failure.values)}</p>
			<button type="button" onClick={() => void tryAgain()}>
				{say("optionsTryAgain")}
			</button>
		</div>
	);
}
