import { parseItemPattern } from "./parse-item-pattern.ts";

/** Turns a selection into the note of a clip. Its quote marks are removed if the item pattern adds them. */
export function noteForPattern(pattern: string, note: string): string {
	const lines = note.trim().split("\n");
	const isQuote = note.trim() !== "" && lines.every((line) => /^>(?: |$)/.test(line));
	return isQuote && quotesNotes(pattern)
		? lines.map((line) => line.replace(/^> ?/, "")).join("\n")
		: note;
}

function quotesNotes(pattern: string): boolean {
	return parseItemPattern(pattern).lines.some(({ tokens }) => {
		const at = tokens.findIndex((token) => token.kind === "slot" && token.name === "note");
		const before = tokens[at - 1];
		return at !== -1 && before?.kind === "literal" && /(?:^|\s)> ?$/.test(before.text);
	});
}
