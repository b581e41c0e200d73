import { focusAfterwards } from "../focus.ts";
import { isTextField } from "./native-undo.ts";

/**
 * Makes something, which takes as long as the disk does, and puts the focus into a field of it. What
 * is typed meanwhile is meant for that field, and would otherwise do something to the list that has
 * the focus: it is held, and typed into the field. Who has gone on to another field stays there.
 *
 * @param make resolves to the id of what is made, null where it could not be
 * @param fieldOf the id of its field
 */
export async function focusInNew(
	make: () => Promise<string | null>,
	fieldOf: (id: string) => string,
): Promise<void> {
	const focus = focusAfterwards();
	let held = "";
	function hold(event: KeyboardEvent): void {
		if (isTextField(event.target)) return;
		const after = heldAfter(held, event);
		if (after === null) return;
		held = after;
		event.preventDefault();
		event.stopPropagation();
	}
	addEventListener("keydown", hold, { capture: true });
	try {
		const made = await make();
		if (made === null) return;
		await focus(fieldOf(made));
		// The one way to write into a field that the browser's own Undo takes back like typing.
		if (document.activeElement?.id === fieldOf(made)) {
			document.execCommand("insertText", false, held);
		}
	} finally {
		removeEventListener("keydown", hold, { capture: true });
	}
}

type Press = Pick<
	KeyboardEvent,
	"key" | "ctrlKey" | "altKey" | "metaKey" | "repeat" | "isComposing" | "getModifierState"
>;

/** What is held once a key has been pressed; null for a key that is none to be typed. */
export function heldAfter(held: string, press: Press): string | null {
	const isPlain = press.getModifierState("AltGraph") || !(press.ctrlKey || press.altKey);
	if (!isPlain || press.metaKey || press.repeat || press.isComposing) return null;
	if (press.key === "Backspace") return [...held].slice(0, -1).join("");
	if (press.key === "Enter") return `${held}\n`;
	return [...press.key].length === 1 ? held + press.key : null;
}
