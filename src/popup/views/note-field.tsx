import { translate } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";

/** The note, which has the focus from the beginning, and the buttons for its text. */
export function NoteField({ popup }: { popup: Popup }) {
	const { fields, stage } = popup;
	return (
		<div class="note">
			<p>
				<label for="note">{translate("popupNote")}</label>
				{fields.restored.value && (
					<span class="aside">
						{translate(fields.restored.value)}
						<button type="button" class="text" onClick={() => void popup.discard()}>
							{translate("popupDiscard")}
						</button>
					</span>
				)}
				{fields.quotable.value && (
					<button type="button" class="text" onClick={() => addQuote(popup)}>
						{translate("popupQuote")}
					</button>
				)}
				{fields.page.value.selectionUnreadable && (
					<span class="aside">{translate("popupSelectionUnreadable")}</span>
				)}
			</p>
			<textarea
				id="note"
				ref={takeFocus}
				rows={4}
				value={fields.note.value}
				onInput={(event) => void fields.type("note", event.currentTarget.value)}
				readOnly={stage.value === "saving"}
			/>
		</div>
	);
}

function addQuote({ fields }: Popup): void {
	void fields.addQuote();
	// The focus returns to the note, so that typing continues below the added text.
	document.getElementById("note")?.focus();
}

/** Defined once, so that preact does not call it at every render and move the focus back. */
function takeFocus(note: HTMLTextAreaElement | null): void {
	if (!note) return;
	note.focus();
	const again = () => {
		// When Firefox opens the popup, it can give the focus to the window but to no element in it. Typed
		// text would then be lost.
		if (document.activeElement === document.body) note.focus();
	};
	addEventListener("focus", again, { once: true });
}
