import { say } from "../browser/strings.ts";
import type { Desk } from "./state/desk.ts";

/** Whether everything on the page is on disk. Only "Saved" is said aloud: it ends each burst. */
export function SavedMark({ desk }: { desk: Desk }) {
	const invalid = desk.fields.invalid.value !== null;
	const waiting = desk.fields.unsaved.value.length > 0 || desk.saving.underWay.value > 0;
	const failed = desk.saving.failure.value !== null;
	const settled = !waiting && !failed;
	return (
		<p class={`saved${failed ? " failed" : ""}`} role="status">
			{settled && say("optionsSaved")}
			{failed && say("optionsNotSaved")}
			{!failed && waiting && (
				<span aria-hidden="true">{say(invalid ? "optionsNotSaved" : "optionsSaving")}</span>
			)}
		</p>
	);
}
