/** A part of a note: either the editor's own words or a quote. */
interface NotePart {
	quote: boolean;
	text: string;
}

/** Splits a note for its summary. Lines that begin with `>` are quotes and lose that sign. */
export function noteParts(note: string): NotePart[] {
	const parts: NotePart[] = [];
	for (const line of note.trim().split("\n")) {
		const quoted = /^ {0,3}> ?/.exec(line)?.[0];
		const text = (quoted === undefined ? line : line.slice(quoted.length)).trim();
		if (text === "") continue;
		const last = parts.at(-1);
		const quote = quoted !== undefined;
		if (last?.quote === quote) last.text += ` ${text}`;
		else parts.push({ quote, text });
	}
	return parts;
}
