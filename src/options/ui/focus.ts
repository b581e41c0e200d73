/**
 * Functions that keep the focus where the person left it. An element that is moved or drawn again loses
 * the focus, and these functions return it.
 */

/**
 * Resolves when the page has been drawn with the values of the signals. If `isDrawn` is true at the end of
 * this task, no key comes before that.
 */
export async function afterRender(isDrawn = () => false): Promise<void> {
	// Preact usually draws at the end of the task in which a signal changed.
	await Promise.resolve();
	if (!isDrawn()) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Focuses the element with this id as soon as it has been drawn. */
export function focusById(id: string): Promise<void> {
	return focusAfterwards()(id);
}

/**
 * For a focus that follows work that takes time: call this before the work, and the returned function
 * after it. If the person has moved to another field by then, that field keeps the focus; otherwise the
 * person would type into the wrong one.
 */
export function focusAfterwards(): (id: string) => Promise<void> {
	const before = document.activeElement;
	return async (id) => {
		await afterRender(() => document.getElementById(id) !== null);
		if (isFocusUnmoved(before)) document.getElementById(id)?.focus();
	};
}

/** Whether the focus has not moved, or was lost because its element is gone. */
export function isFocusUnmoved(before: Element | null): boolean {
	const now = document.activeElement;
	return now === before || now === document.body || now === null;
}

/** Runs `work` and restores the focus and the caret afterwards, by the id of the element. */
export async function keepingFocus(work: () => Promise<void>): Promise<void> {
	const before = document.activeElement;
	const caret = before instanceof HTMLTextAreaElement ? caretOf(before) : null;
	await work();
	await afterRender();
	if (!before?.id || document.activeElement === before || !isFocusUnmoved(before)) return;
	const after = document.getElementById(before.id);
	after?.focus();
	if (caret && after instanceof HTMLTextAreaElement) after.setSelectionRange(...caret);
	after?.scrollIntoView({ block: "nearest" });
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] {
	return [selectionStart, selectionEnd];
}

/**
 * Focuses an element that will exist soon, for example on a panel that is opening. It gives up if the
 * person presses a key or the pointer first.
 */
export function focusOnceThere(id: string): void {
	const ends = new AbortController();
	const look = () => {
		const found = document.getElementById(id);
		if (!found) return;
		found.focus();
		ends.abort();
	};
	const observer = new MutationObserver(look);
	ends.signal.addEventListener("abort", () => observer.disconnect());
	for (const event of ["keydown", "pointerdown"]) {
		// The event that caused this call may still be bubbling.
		setTimeout(() => addEventListener(event, () => ends.abort(), { signal: ends.signal }), 0);
	}
	observer.observe(document.body, { childList: true, subtree: true });
	look();
}
