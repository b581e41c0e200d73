import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";

/**
 * Whether everything on the page is stored. Only "Saved" is announced, once after each burst of typing.
 */
export function SavedMark({ desk }: { desk: Desk }) {
	// Text without a field is reported in its own message.
	const unsaved = desk.fields.unsaved.value.filter(({ status }) => status.value !== "gone");
	const invalid = unsaved.some(({ problem }) => problem.value !== null);
	const waiting = unsaved.length > 0 || desk.saving.underWay.value > 0;
	const failed = desk.saving.failure.value !== null;
	const isSaved = !waiting && !failed;
	return (
		<p class={`saved${failed ? " failed" : ""}`} role="status">
			{isSaved && translate("optionsSaved")}
			{failed && translate("optionsNotSaved")}
			{!failed && waiting && (
				<span aria-hidden="true">{translate(invalid ? "optionsNotSaved" : "optionsSaving")}</span>
			)}
		</p>
	);
}
