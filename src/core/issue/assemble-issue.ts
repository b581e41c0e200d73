import type { HouseStyle } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";
import { fillText, type IssueValues } from "../house-style/text-pattern.ts";
import {
	AT_END,
	AT_TOP,
	type DraftIssue,
	type DraftPart,
	type DraftSection,
} from "./draft-issue.ts";
import type { HeadingPart, Issue, ItemPart, Part } from "./issue.ts";

/**
 * Assembles an issue from a draft: the title line of the style, the intro, sponsors, sections with
 * their items and text blocks, the repeated sponsors, the footer. A section is left out if it and the
 * sections inside it are empty.
 */
export function assembleIssue(draft: DraftIssue, style: HouseStyle): Issue {
	const { number, date, publishedAt, frontMatter } = draft;
	const fields = {
		...Object.fromEntries(style.fields.map(({ name, initial }) => [name, initial])),
		...draft.fields,
	};
	const stated: IssueValues = { number, date, publishedAt, fields };
	const partsOf = (section: string) =>
		draft.parts
			.filter((part) => part.section === section)
			.map((part) => madePart(part, stated, style));
	const parts: Part[] = [
		...titleParts(stated, style),
		...partsOf(AT_TOP),
		...draft.sponsors.flatMap(({ heading, item }) => [
			sponsorHeading(heading, style),
			madeItem(item),
		]),
		...sectionParts(draft, stated, style, partsOf),
		...draft.sponsors.flatMap(({ item, atFoot }, at) =>
			atFoot ? [{ ...madeItem(item), sponsorAtFoot: at }] : [],
		),
		...partsOf(AT_END),
	];
	return {
		number,
		date,
		publishedAt,
		fields,
		...(frontMatter && { frontMatter }),
		parts: parts.filter(hasText),
	};
}

function titleParts(stated: IssueValues, style: HouseStyle): Part[] {
	if (style.titleLine === "") return [];
	const line = fillText(style.titleLine, stated, style.language);
	return [{ kind: "title", text: line.replace(/^#+\s*/, "") }];
}

function sponsorHeading(text: string, style: HouseStyle): HeadingPart {
	return {
		kind: "heading",
		text,
		level: Math.min(...style.sections.map(({ level }) => level), 6),
		sponsor: true,
	};
}

function sectionParts(
	draft: DraftIssue,
	stated: IssueValues,
	style: HouseStyle,
	partsOf: (section: string) => Part[],
): Part[] {
	const filled = draft.sections.map((section) => ({ section, parts: partsOf(section.id) }));
	return filled.flatMap(({ section, parts }, at) => {
		const inside = filled.slice(at + 1);
		const end = inside.findIndex((other) => other.section.level <= section.level);
		const below = end === -1 ? inside : inside.slice(0, end);
		if (
			!section.keptEmpty &&
			parts.length === 0 &&
			below.every((other) => other.parts.length === 0 && !other.section.keptEmpty)
		)
			return [];
		return isHeaded(section, style) ? [headingOf(section, stated, style), ...parts] : parts;
	});
}

function isHeaded({ id }: DraftSection, { sections }: HouseStyle): boolean {
	return !sections.find((section) => section.id === id)?.withoutHeading;
}

function headingOf(
	{ heading, level, form }: DraftSection,
	stated: IssueValues,
	style: HouseStyle,
): HeadingPart {
	const text = fillText(heading, stated, style.language);
	return { kind: "heading", text, level, ...(form && { form }) };
}

function madePart(part: DraftPart, stated: IssueValues, style: HouseStyle): Part {
	if (part.kind === "item") {
		const { section: _, ...item } = part;
		return item;
	}
	const standing = style.standing.find(({ id }) => id === part.standing);
	const text = standing ? fillText(standing.text, stated, style.language) : part.text;
	return { kind: "text", text, ...(standing && { standing: standing.id }) };
}

function madeItem(item: Item): ItemPart {
	return { kind: "item", ...item };
}

/** Whether the part has any text to write. */
function hasText(part: Part): boolean {
	if (part.kind === "text") return part.text.trim() !== "";
	if (part.kind !== "item" || part.asWritten !== undefined) return true;
	return part.title !== "" || part.note.trim() !== "" || part.links.length > 0;
}
