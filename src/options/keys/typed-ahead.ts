import { isComposed } from "../../ui/composition.ts";
import { focusAfterwards, staysAt } from "../ui/focus.ts";
import { isTextField } from "./native-undo.ts";

/**
 * Makes something, which takes as long as the disk does, and puts the focus into a field of it. What
 * is typed meanwhile is meant for that field, and would otherwise do something to the list that has
 * the focus: as long as that stays there, keys do nothing, and what they type is typed into the
 * field. Who has gone on to something else keeps the focus there.
 *
 * @param make resolves to the id of what is made, null where it could not be
 * @param fieldOf the id of its field
 * @param keep takes what was typed where nothing was made for it, with the id of such a field
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
		if (isTextField(event.target) || !staysAt(before) || !isHeld(event)) return;
		// A key that goes on being held down was pressed for what it has begun.
		if (!event.repeat) held = heldAfter(held, event.key);
		event.preventDefault();
		// Not for another that is being made either, or it would be typed twice.
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

/** Types into the field with this id. False where there is none. */
function typeInto(id: string | null, text: string): boolean {
	const field = id === null ? null : document.getElementById(id);
	if (!isTextField(field)) return false;
	if (document.activeElement === field) {
		// The one way to write into a field that the browser's own Undo takes back like typing.
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

/** Whether a key that is pressed before its field is there is kept from the page: all but what leads away. */
export function isHeld(press: Press, isMac = /^Mac/.test(navigator.platform)): boolean {
	const { altKey, ctrlKey, metaKey, key } = press;
	if (metaKey || isComposed(press) || /^(?:Tab|F\d+)$/.test(key)) return false;
	// AltGr types characters, and on a Mac so does Option.
	if (press.getModifierState("AltGraph")) return true;
	const types = isMac && [...key].length === 1;
	return !ctrlKey && (!altKey || types);
}

/** What is typed so far, once such a key has been pressed too. */
export function heldAfter(held: string, key: string): string {
	if (key === "Backspace") return [...held].slice(0, -1).join("");
	// Space and Enter press the button that has the focus; nothing begins with them.
	if (key === "Enter") return held && `${held}\n`;
	if (key === " ") return held && `${held} `;
	return [...key].length === 1 ? held + key : held;
}
