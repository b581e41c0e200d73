/**
 * Keeps the text of the focused field selected as a whole if it is so now, or if the field is empty. The
 * page's title can arrive while its field has the focus; what is typed then replaces the title.
 *
 * @returns a function to call after the popup has been drawn
 */
export function keepWholeSelection(): () => void {
	const field = document.activeElement;
	if (!(field instanceof HTMLTextAreaElement) || field.id === "note") return () => {};
	const { value, selectionStart, selectionEnd } = field;
	return () => {
		if (field.value !== value && selectionEnd - selectionStart === value.length) field.select();
	};
}
