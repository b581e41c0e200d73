/**
 * Moves the caret to the visible end of the note when something other than typing has changed the text,
 * because typing continues below an added quote. Call the returned function after each render.
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
