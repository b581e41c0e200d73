/** Selected text as a quote in markdown, each of its lines after `> `; empty for no text. */
export function quote(selection: string): string {
	const lines = selection
		.trim()
		.split(/\r\n?|\n/)
		.map((line) => line.trim())
		// A browser separates paragraphs by any number of empty lines; one is enough.
		.filter((line, index, all) => line !== "" || all[index - 1] !== "");
	return lines.join("") === "" ? "" : lines.map((line) => `> ${line}`.trimEnd()).join("\n");
}

/** A note with more said below it, unless it says so already. */
export function noteWith(note: string, more: string): string {
	const addition = more.trim();
	if (addition === "" || note.includes(addition)) return note;
	return note.trim() === "" ? more : `${note.trimEnd()}\n\n${more}`;
}
