/**
 * Keeping the focus where a person left it. What is moved or drawn anew in another place loses
 * the focus to the page; these give it back.
 */

/** Resolves once what the signals say has been drawn. */
export function drawn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Focuses the element with this id, once it has been drawn. */
export async function focusById(id: string): Promise<void> {
	await drawn();
	document.getElementById(id)?.focus();
}

/** Runs `work` and puts focus and caret back where they were, by the element's id. */
export async function keepingFocus(work: () => Promise<void>): Promise<void> {
	const before = document.activeElement;
	const caret = before instanceof HTMLTextAreaElement ? caretOf(before) : null;
	await work();
	await drawn();
	if (!before?.id || document.activeElement === before) return;
	const after = document.getElementById(before.id);
	after?.focus();
	if (caret && after instanceof HTMLTextAreaElement) after.setSelectionRange(...caret);
	after?.scrollIntoView({ block: "nearest" });
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] {
	return [selectionStart, selectionEnd];
}
