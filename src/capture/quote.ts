/** Markdown as a quote in markdown, each of its lines after `> `; empty for no text. */
export function quote(markdown: string): string {
	const text = markdown
		.replace(/\r\n?/g, "\n")
		.replace(/^[ \t\n]+/, "")
		.trimEnd();
	if (text === "") return "";
	return text
		.split("\n")
		.map((line) => (line.trim() === "" ? ">" : `> ${line}`))
		.join("\n");
}

/** A note with more said below it, unless it says so already. */
export function noteWith(note: string, more: string): string {
	const addition = more.trim();
	if (addition === "" || note.includes(addition)) return note;
	return note.trim() === "" ? more : `${note.trimEnd()}\n\n${more}`;
}

/**
 * A note to go on writing in: one that ends with a quote gets an empty line below it, as what is
 * typed at the end of a quoted line would belong to the quote.
 */
export function noteToContinue(note: string): string {
	const lines = note.trimEnd().split("\n");
	return lines.at(-1)?.startsWith(">") ? `${lines.join("\n")}\n\n` : note;
}
