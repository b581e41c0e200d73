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
import { keyOfHeading, type PastIssue } from "./past-issue.ts";

interface LearnedPatterns {
	item: string;
	others: string[];
	sections: SectionStyle[];
}

/** What a clip is written like in a newsletter that never begins an item with a link. */
const USUAL_TAIL = "[{title}]({url})[: {note}]";
const MOST_OTHERS = 8;
/** How much an issue counts beside the one after it. */
const FADING = 0.7;

/** Item patterns of the newsletter and of the sections that have one of their own. */
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
		others: patterns.filter((pattern) => pattern !== item).slice(0, MOST_OTHERS),
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

/** The pattern of a group of items: notes over links where these prevail, else that of a leading link. */
function patternOf(items: readonly LearnedItem[]): string | null {
	const notes = learnNotePattern(items);
	if (notes?.pattern.includes("{url}") && notes.share >= 0.5) return notes.pattern;
	return learnLeadPattern(items);
}

/** A section's own pattern; the newsletter's with the section's list mark where few begin with a link. */
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
