/**
 * Keeping the focus where a person left it. What is moved or drawn anew in another place loses
 * the focus to the page; these give it back.
 */

/** Resolves once what the signals say has been drawn. */
export function drawn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Focuses the element with this id as soon as it has been drawn. */
export function focusById(id: string): Promise<void> {
	return focusAfterwards()(id);
}

/**
 * For focus that follows work which takes a while: call before the work, and the result after it.
 * Who has gone on to another field meanwhile keeps the focus there, or would type into the wrong
 * one.
 */
export function focusAfterwards(): (id: string) => Promise<void> {
	const before = document.activeElement;
	return async (id) => {
		// Preact draws at the end of the task in which a signal changed, and so no key can come
		// between the one that opened a field and its focus.
		await Promise.resolve();
		if (!document.getElementById(id)) await drawn();
		if (staysAt(before)) document.getElementById(id)?.focus();
	};
}

/** Whether the focus is where it was, or was lost with what had it. */
export function staysAt(before: Element | null): boolean {
	const now = document.activeElement;
	return now === before || now === document.body || now === null;
}

/** Runs `work` and puts focus and caret back where they were, by the element's id. */
export async function keepingFocus(work: () => Promise<void>): Promise<void> {
	const before = document.activeElement;
	const caret = before instanceof HTMLTextAreaElement ? caretOf(before) : null;
	await work();
	await drawn();
	if (!before?.id || document.activeElement === before || !staysAt(before)) return;
	const after = document.getElementById(before.id);
	after?.focus();
	if (caret && after instanceof HTMLTextAreaElement) after.setSelectionRange(...caret);
	after?.scrollIntoView({ block: "nearest" });
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): [number, number] {
	return [selectionStart, selectionEnd];
}

/**
 * Focuses what is about to be there, as on a panel that is being opened; unless the person has
 * gone on to something else by then.
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
		// The key that asked for it may still be on its way up the page.
		setTimeout(() => addEventListener(event, () => ends.abort(), { signal: ends.signal }), 0);
	}
	observer.observe(document.body, { childList: true, subtree: true });
	look();
}
