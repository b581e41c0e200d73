import { type StringKey, say } from "../../extension/strings.ts";
import type { Desk } from "./desk.ts";

/** What this page cannot get over: another one, loaded anew, can. */
const STALE: ReadonlySet<StringKey> = new Set([
	"optionsDatabaseGone",
	"optionsSaveFailedOutdated",
	"optionsReadFailedOutdated",
]);

/** What could not be read or written, what became of the words, and a way to try again. */
export function FailureAlert({ desk }: { desk: Desk }) {
	const failure = desk.saving.failure.value ?? desk.stored.failure.value;
	if (!failure) return null;
	async function tryAgain(): Promise<void> {
		await desk.fields.flush();
		await desk.stored.refresh();
	}
	const stale = STALE.has(failure.key);
	return (
		<div class="failure" role="alert">
			<p>{say(failure.key, ...failure.values)}</p>
			<button type="button" onClick={stale ? () => location.reload() : () => void tryAgain()}>
				{say(stale ? "optionsLoadAnew" : "optionsTryAgain")}
			</button>
		</div>
	);
}
