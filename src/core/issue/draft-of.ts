import type { HouseStyle } from "../house-style/house-style.ts";
import { freeSectionId } from "../house-style/section-id.ts";
import {
	AT_END,
	AT_TOP,
	type DraftIssue,
	type DraftPart,
	type DraftSection,
	type DraftSponsor,
} from "./draft-issue.ts";
import type { HeadingPart, Issue, ItemPart, Part } from "./issue.ts";
import { sectionFinder } from "./section-of.ts";

/**
 * Converts an issue to the content of a draft, the reverse of `assembleIssue`. Layout that differs from
 * the style's is lost, since drafts do not store any.
 */
export function draftOf(issue: Issue, style: HouseStyle): DraftIssue {
	const { number, date, publishedAt, fields, frontMatter } = issue;
	const sections: DraftSection[] = [];
	const parts: DraftPart[] = [];
	const sponsors: DraftSponsor[] = [];
	const sectionOf = sectionFinder(style);
	let section = AT_TOP;
	let sponsor: DraftSponsor | null = null;
	const end = endOf(issue.parts);
	issue.parts.forEach((part, index) => {
		if (part.kind === "title") return;
		if (part.kind === "heading") {
			sponsor =
				part.sponsor && sections.length === 0 && isSponsor(issue.parts, index)
					? newSponsor(part)
					: null;
			if (sponsor) sponsors.push(sponsor);
			else {
				const id = freeSectionId(
					sectionOf(part.text, part.level)?.id ?? part.text,
					sections.map((each) => each.id),
				);
				const next = issue.parts[index + 1];
				const empty = !next || (next.kind === "heading" && next.level <= part.level);
				sections.push({
					id,
					heading: part.text,
					level: part.level,
					...(part.form && { form: part.form }),
					...(empty && { keptEmpty: true as const }),
				});
				section = id;
			}
		} else if (sponsor && part.kind === "item") sponsor.item = itemOf(part);
		else if (
			part.kind === "item" &&
			part.sponsorAtFoot !== undefined &&
			sponsors[part.sponsorAtFoot] &&
			index >= end - 1
		) {
			const own = sponsors[part.sponsorAtFoot] as DraftSponsor;
			own.atFoot = true;
		} else parts.push(draftPart(part, index >= end && section !== AT_TOP ? AT_END : section));
	});
	return {
		number,
		date,
		publishedAt,
		fields,
		...(frontMatter && { frontMatter }),
		sections,
		parts,
		sponsors,
	};
}

/**
 * The index at which the footer begins: after the last item. If a heading comes after the last item,
 * there is no footer.
 */
function endOf(parts: readonly Part[]): number {
	const last = parts.findLastIndex(({ kind }) => kind === "item" || kind === "heading");
	return parts[last]?.kind === "item" ? last + 1 : parts.length;
}

/** Whether the heading is followed by exactly one item. */
function isSponsor(parts: readonly Part[], index: number): boolean {
	const next = parts[index + 2];
	return parts[index + 1]?.kind === "item" && (next === undefined || next.kind === "heading");
}

function newSponsor({ text }: HeadingPart): DraftSponsor {
	return { heading: text, item: { title: "", links: [], note: "", slots: {} }, atFoot: false };
}

function itemOf(part: ItemPart): DraftSponsor["item"] {
	const { kind: _, gap: __, sponsorAtFoot: ___, ...item } = part;
	return item;
}

function draftPart(part: Exclude<Part, { kind: "title" | "heading" }>, section: string): DraftPart {
	if (part.kind === "text")
		return {
			kind: "text",
			section,
			text: part.text,
			...(part.standing !== undefined && { standing: part.standing }),
		};
	return { kind: "item", section, ...itemOf(part) };
}
