import { withTargets } from "../core/links/tidy.ts";

/**
 * Makes markdown a quote: each line begins with `> `. Redirects in it are replaced by their targets, since
 * those of mail services can contain the editor's own address. Returns "" for an empty text.
 */
export function quote(markdown: string): string {
	const text = withTargets(markdown)
		.replace(/\r\n?/g, "\n")
		.replace(/^[ \t\n]+/, "")
		.trimEnd();
	if (text === "") return "";
	return text
		.split("\n")
		.map((line) => (line.trim() === "" ? ">" : `> ${line}`))
		.join("\n");
}

/** Adds text below a note, unless the note already contains it. */
export function noteWith(note: string, more: string): string {
	const addition = more.trim();
	if (addition === "" || note.includes(addition)) return note;
	return note.trim() === "" ? more : `${note.trimEnd()}\n\n${more}`;
}

/**
 * Prepares a note for further typing. A note that ends with a quote gets an empty line below it, because
 * text typed at the end of a quoted line would belong to the quote.
 */
export function noteToContinue(note: string): string {
	const lines = note.trimEnd().split("\n");
	return lines.at(-1)?.startsWith(">") ? `${lines.join("\n")}\n\n` : note;
}
