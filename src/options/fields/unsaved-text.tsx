import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";

/** Text that could not be saved and no longer has a field. It can be copied. */
export function UnsavedText({ desk }: { desk: Desk }) {
	const entries = desk.unsavedText.value;
	if (entries.length === 0) return null;
	return (
		<section class="unsaved-text" aria-labelledby="unsaved-text">
			<h2 id="unsaved-text">{translate("optionsLeft")}</h2>
			<p role="alert">{translate("optionsLeftLead")}</p>
			<ul>
				{entries.map(({ key, label, text, copy, discard }) => (
					<li key={key} class="field">
						<label for={`left-${key}`}>{translate(label)}</label>
						<textarea id={`left-${key}`} class="prose" readOnly rows={2} value={text} />
						<div class="beneath-words">
							<button type="button" onClick={() => void copy()}>
								{translate("optionsLeftCopy")}
							</button>
							<button type="button" class="quiet" onClick={discard}>
								{translate("optionsLeftDiscard")}
							</button>
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}
