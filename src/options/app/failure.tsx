import { type StringKey, translate } from "../../extension/strings.ts";
import type { Desk } from "./desk.ts";

/** Failures after which this page cannot continue. Reloading the page solves them. */
const STALE: ReadonlySet<StringKey> = new Set([
	"optionsDatabaseGone",
	"optionsSaveFailedOutdated",
	"optionsReadFailedOutdated",
]);

/** Says what could not be read or written and what happened to the text, and offers to try again. */
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
			<p>{translate(failure.key, ...failure.values)}</p>
			<button type="button" onClick={stale ? () => location.reload() : () => void tryAgain()}>
				{translate(stale ? "optionsReload" : "optionsTryAgain")}
			</button>
		</div>
	);
}
