import { isComposed } from "../../ui/composition.ts";
import { focusAfterwards, isFocusUnmoved } from "../ui/focus.ts";
import { isTextField } from "./native-undo.ts";

/**
 * Creates a record, which must be stored first, and focuses one of its fields. What is typed meanwhile is
 * meant for that field, but would trigger shortcuts of the list that has the focus. So while the focus
 * stays there, keys do nothing, and the typed text is inserted into the new field. If the person has
 * moved to another element by then, that element keeps the focus.
 *
 * @param make resolves to the id of the new record, or null if it could not be created
 * @param fieldOf the id of the field of a record
 * @param keep called with the typed text and the id of such a field if nothing was created for it
 */
export async function focusInNew(
	make: () => Promise<string | null>,
	fieldOf: (id: string) => string,
	keep: (fieldId: string, text: string) => void,
): Promise<void> {
	const before = document.activeElement;
	const focus = focusAfterwards();
	let held = "";
	function hold(event: KeyboardEvent): void {
		if (isTextField(event.target) || !isFocusUnmoved(before) || !isKeyWithheld(event)) return;
		// A repeated key event belongs to the key that started this action.
		if (!event.repeat) held = appendTypedKey(held, event.key);
		event.preventDefault();
		// Otherwise a second call that is still running would insert the text again.
		event.stopImmediatePropagation();
	}
	addEventListener("keydown", hold, { capture: true });
	let made: string | null = null;
	try {
		made = await make();
		if (made !== null) await focus(fieldOf(made));
	} finally {
		removeEventListener("keydown", hold, { capture: true });
		if (held.trim() !== "" && !typeInto(made === null ? null : fieldOf(made), held)) {
			keep(fieldOf("new"), held);
		}
	}
}

/** Inserts text into the field with this id. False if there is no such field. */
function typeInto(id: string | null, text: string): boolean {
	const field = id === null ? null : document.getElementById(id);
	if (!isTextField(field)) return false;
	if (document.activeElement === field) {
		// The only way to write into a field that the browser's own Undo can reverse.
		document.execCommand("insertText", false, text);
	} else {
		field.value += text;
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	}
	return true;
}

type Press = Pick<
	KeyboardEvent,
	"key" | "ctrlKey" | "altKey" | "metaKey" | "isComposing" | "keyCode" | "getModifierState"
>;

/**
 * Whether a key press is withheld from the page while the field does not exist yet. Keys that leave the
 * page are not.
 */
export function isKeyWithheld(press: Press, isMac = /^Mac/.test(navigator.platform)): boolean {
	const { altKey, ctrlKey, metaKey, key } = press;
	if (metaKey || isComposed(press) || /^(?:Tab|F\d+)$/.test(key)) return false;
	// AltGr types characters. On a Mac, Option does.
	if (press.getModifierState("AltGraph")) return true;
	const types = isMac && [...key].length === 1;
	return !ctrlKey && (!altKey || types);
}

/** The typed text after one more of these keys. */
export function appendTypedKey(held: string, key: string): string {
	if (key === "Backspace") return [...held].slice(0, -1).join("");
	// Space and Enter press the focused button, so the text cannot begin with them.
	if (key === "Enter") return held && `${held}\n`;
	if (key === " ") return held && `${held} `;
	return [...key].length === 1 ? held + key : held;
}
