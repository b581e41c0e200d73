/**
 * Puts the caret at the end of the note, in sight, whenever something else than typing has written
 * into it: below a quote, that is where typing goes on. The result is to be called after the popup
 * has been drawn.
 */
export function createNoteCaret(): () => void {
	let known = "";
	document.addEventListener(
		"input",
		({ target }) => {
			if (target instanceof HTMLTextAreaElement && target.id === "note") known = target.value;
		},
		{ capture: true },
	);
	return () => {
		const note = document.getElementById("note");
		if (!(note instanceof HTMLTextAreaElement) || note.value === known) return;
		known = note.value;
		note.setSelectionRange(known.length, known.length);
		note.scrollTop = note.scrollHeight;
	};
}
