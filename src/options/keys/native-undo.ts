/**
 * Decides whether the browser or Galley handles Undo in a text field. The browser remembers what was
 * typed into a field; Galley remembers every saved change. There is no API that says what the browser can
 * undo, but its last step always gives the text that the field had when it got the focus, or when a
 * script last wrote to it, which clears the browser's undo history. So while the text differs from that
 * text, the browser handles Undo; once they are equal, Galley does.
 */

type TextField = HTMLInputElement | HTMLTextAreaElement;

const TYPED = /^(?:text|search|url|email|tel|password|number)$/;

/** The text of a field before typing began, and whether the last action was an undo of typing. */
const begun = new WeakMap<TextField, { text: string; undone: boolean }>();

/** Whether the target is a field that keys type into. */
export function isTextField(target: EventTarget | null): target is TextField {
	if (target instanceof HTMLTextAreaElement) return true;
	return target instanceof HTMLInputElement && TYPED.test(target.type);
}

/** Must be called after a script has written into a field. */
export function typingBegins(field: TextField): void {
	begun.set(field, { text: field.value, undone: false });
}

/** Follows typing in the fields below `root`, until the returned function is called. */
export function followTyping(root: Document): () => void {
	const onFocus = ({ target }: FocusEvent) => {
		if (isTextField(target)) typingBegins(target);
	};
	const onInput = (event: Event) => {
		const known = isTextField(event.target) && begun.get(event.target);
		if (known && event instanceof InputEvent) known.undone = /^history/.test(event.inputType);
	};
	root.addEventListener("focusin", onFocus);
	root.addEventListener("input", onInput, { capture: true });
	return () => {
		root.removeEventListener("focusin", onFocus);
		root.removeEventListener("input", onInput, { capture: true });
	};
}

/** Whether the browser should handle Undo or Redo here. */
export function isBrowsersUndo(target: EventTarget | null, direction: "undo" | "redo"): boolean {
	if (!isTextField(target)) return false;
	const before = begun.get(target);
	if (!before) return false;
	if (target.value !== before.text) return true;
	return direction === "redo" && before.undone;
}
