import type { HouseStyle } from "../../house-style/house-style.ts";
import { parseItemPattern } from "../../house-style/item-pattern.ts";
import { fillText, type IssueValues } from "../../house-style/text-pattern.ts";
import type { ParagraphReading, ReadingHint } from "./read-section.ts";

/** What a house style says about the text of an issue with these values. */
export function hintOf(style: HouseStyle, stated: IssueValues): ReadingHint {
	const standing = new Set(
		style.standing.map(({ text }) => fillText(text, stated, style.language)),
	);
	return {
		paragraphs: readingOf(style.item),
		isStanding: (text) => standing.has(text),
	};
}

/** How paragraphs form items of this pattern; null if the pattern does not write paragraphs. */
export function readingOf(pattern: string): ParagraphReading | null {
	const { lines } = parseItemPattern(pattern);
	const [first] = lines;
	if (!first || /^\s*(?:[-+*] |#|>|\|)/.test(pattern)) return null;
	if (lines.some(({ perLink }) => perLink)) return "trail";
	return first.slots.includes("title") ? "lead" : "prose";
}
