/** A stretch of a note: the editor's own words, or what is quoted. */
interface NotePart {
	quote: boolean;
	text: string;
}

/** A note as it reads at a glance: its lines that begin with `>` are quotes, without that sign. */
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
