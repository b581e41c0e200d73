import { say } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";

/** The note, which has the focus from the first moment, and what can be done with its text. */
export function NoteField({ popup }: { popup: Popup }) {
	const { fields, stage } = popup;
	return (
		<div class="note">
			<p>
				<label for="note">{say("popupNote")}</label>
				{fields.restored.value && (
					<span class="aside">
						{say(fields.restored.value)}
						<button type="button" class="text" onClick={() => void popup.discard()}>
							{say("popupDiscard")}
						</button>
					</span>
				)}
				{fields.quotable.value && (
					<button type="button" class="text" onClick={() => addQuote(popup)}>
						{say("popupQuote")}
					</button>
				)}
				{fields.page.value.selectionUnreadable && (
					<span class="aside">{say("popupSelectionUnreadable")}</span>
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
	// What is typed next goes below it.
	document.getElementById("note")?.focus();
}

/** The same function at every render, so that it is called once and never takes focus back. */
function takeFocus(note: HTMLTextAreaElement | null): void {
	if (!note) return;
	note.focus();
	const again = () => {
		// Firefox can forget it while it opens the popup: its window then gets the focus but nothing
		// in it has it, and what is typed is lost.
		if (document.activeElement === document.body) note.focus();
	};
	addEventListener("focus", again, { once: true });
}
