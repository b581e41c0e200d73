import type { SectionStyle } from "../house-style/house-style.ts";
import { itemText } from "../issue/reading/read-item.ts";
import { headingKey } from "../issue/section-of.ts";
import {
	groupBy,
	type LearnedItem,
	learnLeadPattern,
	learnNotePattern,
	learnOpening,
} from "./learn-items.ts";
import { learnTitleLine } from "./learn-title-line.ts";
import { keyOfHeading, type PastIssue } from "./past-issue.ts";

interface LearnedPatterns {
	item: string;
	others: string[];
	sections: SectionStyle[];
}

/** The pattern for clips in a newsletter whose items never begin with a link. */
const USUAL_TAIL = "[{title}]({url})[: {note}]";
const MAX_OTHERS = 8;
/** The weight of an issue relative to the next one. */
const FADING = 0.7;

/** Learns the item pattern of the newsletter and those of sections that differ from it. */
export function learnItemPatterns(
	issues: readonly PastIssue[],
	sections: readonly SectionStyle[],
): LearnedPatterns {
	const bySection = groupBy(
		issues.flatMap((issue, at) => placedItems(issue, FADING ** (issues.length - 1 - at))),
		({ section }) => section,
	);
	const all = [...bySection.values()].flat().map(({ item }) => item);
	const item = patternOf(all) ?? `${learnOpening(all) || ""}${USUAL_TAIL}`;
	const learned = sections.map((section) => {
		const own = (bySection.get(`${section.level} ${headingKey(section.heading)}`) ?? []).map(
			(each) => each.item,
		);
		const pattern = sectionPattern(own, item);
		return pattern === null || pattern === item ? section : { ...section, item: pattern };
	});
	const notes = learnNotePattern(all.filter(({ listed }) => !listed));
	const patterns = [
		...new Set([
			...learned.flatMap((section) => section.item ?? []),
			...(notes && notes.share > 0.1 ? [notes.pattern] : []),
		]),
	];
	return {
		item,
		others: patterns.filter((pattern) => pattern !== item).slice(0, MAX_OTHERS),
		sections: learned,
	};
}

interface PlacedText {
	section: string;
	item: LearnedItem;
}

function placedItems(issue: PastIssue, weight: number): PlacedText[] {
	let section = "";
	return issue.units.flatMap((unit) => {
		if (unit.kind === "heading") section = keyOfHeading(issue, unit);
		if (unit.kind !== "item") return [];
		const read = itemText(issue.body, unit.from, unit.to, unit.links);
		return [{ section, item: { ...read, listed: unit.listed === true, weight } }];
	});
}

/**
 * Learns the pattern of a group of items: a title above the address or a note followed by links if most
 * items are like that, otherwise the pattern of a leading link.
 */
function patternOf(items: readonly LearnedItem[]): string | null {
	const titled = learnTitleLine(items);
	if (titled !== null) return titled;
	const notes = learnNotePattern(items);
	if (notes?.pattern.includes("{url}") && notes.share >= 0.5) return notes.pattern;
	return learnLeadPattern(items);
}

/**
 * Learns the pattern of a section. If few of its items begin with a link, it is the newsletter's
 * pattern with the section's list mark; null if that is the same.
 */
function sectionPattern(items: readonly LearnedItem[], usual: string): string | null {
	if (items.length === 0) return null;
	const own = patternOf(items);
	if (own !== null) return own;
	const opening = learnOpening(items);
	const usualOpening = /^(?:[-+*>#]+ |\{n\}[.)] )?/.exec(usual)?.[0] ?? "";
	if (opening === usualOpening || opening.startsWith("#") || opening === "") return null;
	const tail = usual.slice(usualOpening.length).replace(/\n[\s\S]*$/, "");
	return `${opening}${tail.includes("{title}") ? tail : USUAL_TAIL}`;
}
