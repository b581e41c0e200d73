import { isComposed } from "../../ui/composition.ts";
import { chordOf, isChord } from "./chord.ts";
import { isTextField } from "./native-undo.ts";
import { type Action, KEYS, type KeyRow } from "./table.ts";

/** Where a key was pressed. */
export interface KeyContext {
	/** The element that had the focus. */
	target: Element;
	/** The id of the item that contains it. */
	item: string | null;
	/** Whether it is a text field. */
	inField: boolean;
}

/** The actions of the keys. If an action returns false, the browser handles the key. */
export type KeyActions = Record<Action, (spot: KeyContext) => unknown>;

/** Keys that scroll the page or press a button. They are handled only when an item has the focus. */
const OWN_MEANING = /^(?:Shift\+)?Arrow(?:Up|Down)$|^Home$|^End$/;
const PRESSES = /^(?:Enter|Space)$/;

/** Alt with the numeric keypad types a character by its code, even if the keypad gives arrow keys. */
function typesByCode({ altKey, code }: KeyboardEvent): boolean {
	return altKey && code.startsWith("Numpad");
}

/** Handles the keys of the table, until the returned function is called. */
export function listenToKeys(root: Document, actions: KeyActions): () => void {
	function onKeyDown(event: KeyboardEvent): void {
		const { target } = event;
		if (event.defaultPrevented || isComposed(event) || !(target instanceof Element)) return;
		// Menus and dialogs handle their own keys.
		if (target.closest("[role=menu], dialog, [popover]")) return;
		const pressed = chordOf(event);
		const row = (KEYS as readonly (KeyRow & { action: Action })[]).find(({ chords }) =>
			chords.some((chord) => isChord(pressed, chord)),
		);
		if (!row || (event.repeat && !row.repeats)) return;
		const inField = isTextField(target) || target.matches("select, [contenteditable]");
		if (inField && (!row.inFields || typesByCode(event))) return;
		const element = target.closest("[data-item]");
		const item = element instanceof HTMLElement ? (element.dataset.item ?? null) : null;
		if (OWN_MEANING.test(pressed) && item === null) return;
		if (PRESSES.test(pressed) && target !== element) return;
		if (actions[row.action]({ target, item, inField }) !== false) event.preventDefault();
	}
	root.addEventListener("keydown", onKeyDown);
	return () => root.removeEventListener("keydown", onKeyDown);
}
