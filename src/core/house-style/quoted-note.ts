import { parseItemPattern } from "./item-pattern.ts";

/** A selection as the note of a clip: without its quote marks, where the item pattern writes them. */
export function noteForPattern(pattern: string, note: string): string {
	const lines = note.trim().split("\n");
	const isQuote = note.trim() !== "" && lines.every((line) => /^>(?: |$)/.test(line));
	return isQuote && quotesNotes(pattern)
		? lines.map((line) => line.replace(/^> ?/, "")).join("\n")
		: note;
}

/** Whether a pattern has a quote mark before its note. */
function quotesNotes(pattern: string): boolean {
	return parseItemPattern(pattern).lines.some(({ tokens }) => {
		const at = tokens.findIndex((token) => token.kind === "slot" && token.name === "note");
		const before = tokens[at - 1];
		return at !== -1 && before?.kind === "literal" && /(?:^|\s)> ?$/.test(before.text);
	});
}
