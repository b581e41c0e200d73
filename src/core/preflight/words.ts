/** A range of a text, by its offsets. */
interface WordSpan {
	start: number;
	end: number;
}

const LETTER = /[\p{L}\p{N}_]/u;

/**
 * Finds words in a text as whole words: "the the" is not found in "breathe the".
 *
 * @param which which occurrence to find; the first by default
 */
export function findWords(
	text: string,
	words: string,
	which: "first" | "last" = "first",
): WordSpan | null {
	if (words === "") return null;
	const last = which === "last";
	let start = last ? text.lastIndexOf(words) : text.indexOf(words);
	while (start !== -1) {
		const end = start + words.length;
		if (isWhole(text, words, start, end)) return { start, end };
		if (last && start === 0) return null;
		start = last ? text.lastIndexOf(words, start - 1) : text.indexOf(words, start + 1);
	}
	return null;
}

function isWhole(text: string, words: string, start: number, end: number): boolean {
	const continuesBefore = LETTER.test(words[0] ?? "") && LETTER.test(text[start - 1] ?? "");
	const continuesAfter = LETTER.test(words.at(-1) ?? "") && LETTER.test(text[end] ?? "");
	return !continuesBefore && !continuesAfter;
}
