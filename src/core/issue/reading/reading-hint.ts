import type { HouseStyle } from "../../house-style/house-style.ts";
import { matchItem } from "../../house-style/match-item.ts";
import { parseItemPattern } from "../../house-style/parse-item-pattern.ts";
import { fillText, type IssueValues } from "../../house-style/text-pattern.ts";
import { sectionFinder } from "../section-of.ts";
import type { ParagraphReading, ReadingHint } from "./read-section.ts";
import { titleLineOf } from "./title-line.ts";

/** What a house style says about the text of an issue with these values. */
export function hintOf(style: HouseStyle, stated: IssueValues): ReadingHint {
	const standing = new Set(
		style.standing.map(({ text }) => fillText(text, stated, style.language)),
	);
	const isStanding = (text: string) => standing.has(text);
	const ofPattern = (pattern: string): ReadingHint => {
		const titled = hasTitleLine(pattern);
		return {
			paragraphs: readingOf(pattern),
			isStanding,
			begins: (paragraph, links) =>
				(titled && titleLineOf(paragraph, links, 0) !== null) ||
				(matchItem(paragraph, links, pattern, 0)?.title ?? "") !== "",
		};
	};
	const hint = ofPattern(style.item);
	if (style.sections.every(({ item }) => item === undefined)) return hint;
	const sectionOf = sectionFinder(style);
	const inSection = (heading: string, level: number) => {
		const item = sectionOf(heading, level)?.item;
		return item === undefined ? null : ofPattern(item);
	};
	return { ...hint, inSection };
}

/** Whether the pattern writes the title above a line that is only an address. */
function hasTitleLine(pattern: string): boolean {
	const [first, second] = parseItemPattern(pattern).lines;
	return first?.slots.includes("title") === true && second?.perLink === true;
}

/** How paragraphs form items of this pattern; null if the pattern does not write paragraphs. */
export function readingOf(pattern: string): ParagraphReading | null {
	const { lines } = parseItemPattern(pattern);
	const [first] = lines;
	if (!first || /^\s*(?:[-+*] |#|>|\|)/.test(pattern)) return null;
	if (first.slots.includes("title")) return "lead";
	return lines.some(({ perLink }) => perLink) ? "trail" : "prose";
}
