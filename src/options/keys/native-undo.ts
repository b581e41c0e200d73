/**
 * Whose Undo it is in a text field. The browser keeps what was typed into a field and not what it
 * belongs to; Galley keeps every change that was saved. Nothing tells what the browser could still
 * undo, but what it undoes to is known: the text that stood in the field when the focus came, or
 * when something else wrote into it, which empties the browser's list. So as long as the text
 * differs from that, Undo is the browser's; once it is that text, Undo is Galley's.
 */

type TextField = HTMLInputElement | HTMLTextAreaElement;

const TYPED = /^(?:text|search|url|email|tel|password|number)$/;

/** What stood in a field before anything was typed, and whether typing was undone last. */
const begun = new WeakMap<TextField, { text: string; undone: boolean }>();

/** Whether keys that are pressed here are typed. */
export function isTextField(target: EventTarget | null): target is TextField {
	if (target instanceof HTMLTextAreaElement) return true;
	return target instanceof HTMLInputElement && TYPED.test(target.type);
}

/** To be called when something else than typing has written into a field. */
export function typingBegins(field: TextField): void {
	begun.set(field, { text: field.value, undone: false });
}

/** Follows what is typed in the fields below `root` until the returned function is called. */
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

/** Whether Undo, or Redo, is to be left to the browser here. */
export function isBrowsersUndo(target: EventTarget | null, direction: "undo" | "redo"): boolean {
	if (!isTextField(target)) return false;
	const before = begun.get(target);
	if (!before) return false;
	if (target.value !== before.text) return true;
	return direction === "redo" && before.undone;
}
