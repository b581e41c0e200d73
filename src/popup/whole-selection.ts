/**
 * If the whole text of the focused field is selected now, or the field is empty, selects its new text after
 * the next render. The page's title can arrive while its field has the focus. Typing then replaces the title.
 *
 * @returns a function to call after the popup has been rendered
 */
export function keepWholeSelection(): () => void {
	const field = document.activeElement;
	if (!(field instanceof HTMLTextAreaElement) || field.id === "note") return () => {};
	const { value, selectionStart, selectionEnd } = field;
	return () => {
		if (field.value !== value && selectionEnd - selectionStart === value.length) field.select();
	};
}
