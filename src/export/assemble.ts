import type { HouseStyle, StandingText } from "../core/house-style/house-style.ts";
import { newItem } from "../core/house-style/item.ts";
import { fillText, type IssueValues } from "../core/house-style/text-pattern.ts";
import { assembleIssue } from "../core/issue/assemble-issue.ts";
import {
	AT_END,
	AT_TOP,
	type DraftIssue,
	type DraftPart,
	type DraftSection,
	type DraftText,
} from "../core/issue/draft-issue.ts";
import type { Issue } from "../core/issue/issue.ts";
import { fillSponsorHeading } from "../core/issue/sponsor-heading.ts";
import { readableAddress } from "../core/links/readable.ts";
import type { DraftRecord, ItemRecord, SponsorRecord } from "../data/db/records.ts";
import { hasContent } from "../data/sponsors/sponsors.ts";

/**
 * Assembles the issue from the present draft: the sections in the order of the house style, and their items
 * in order of place. Items of a section that the style no longer has come last, under the section's id, so
 * that they stay visible. Hidden sections are included if they have items.
 *
 * @param sponsors the sponsors of the draft, in order of place
 *
 * @param items the items of the draft that are not deleted, in order of place
 */
export function assemble(
	draft: DraftRecord,
	sponsors: readonly SponsorRecord[],
	items: readonly ItemRecord[],
	style: HouseStyle,
): Issue {
	return assembleIssue(draftIssueOf(draft, sponsors, items, style), style);
}

/** Converts the records of a draft to the form from which an issue is assembled. */
function draftIssueOf(
	draft: DraftRecord,
	sponsors: readonly SponsorRecord[],
	items: readonly ItemRecord[],
	style: HouseStyle,
): DraftIssue {
	const sections = sectionsOf(items, style);
	return {
		number: draft.number,
		date: draft.issueDate,
		publishedAt: draft.publishedAt || null,
		fields: fieldsOf(draft, style),
		sections,
		parts: [
			...standingIn(AT_TOP, "start", draft, style),
			...ownText(AT_TOP, draft.intro),
			...standingIn(AT_TOP, "end", draft, style),
			...sections.flatMap(({ id }) => [
				...standingIn(id, "start", draft, style),
				...items.filter(({ section }) => section === id).map((item) => partOf(item, style)),
				...standingIn(id, "end", draft, style),
			]),
			...standingIn(AT_END, "start", draft, style),
			...ownText(AT_END, draft.footer),
			...standingIn(AT_END, "end", draft, style),
		],
		sponsors: sponsors.filter(hasContent).map(({ name, note, links, heading, atFoot }) => ({
			heading: fillSponsorHeading(heading.trim() || (style.sponsor?.heading ?? "{name}"), name),
			item: newItem({ note, links: linksOf(links, style) }),
			atFoot: atFoot ?? style.sponsor?.atFoot ?? false,
		})),
	};
}

/** The values that text patterns use for the issue of a draft. */
export function valuesOf(draft: DraftRecord, style: HouseStyle): IssueValues {
	const { number, issueDate: date, publishedAt } = draft;
	return { number, date, publishedAt: publishedAt || null, fields: fieldsOf(draft, style) };
}

/** The values of the style's fields: the typed value, or else the style's default. */
export function fieldsOf(draft: DraftRecord, style: HouseStyle): Record<string, string> {
	const { number, issueDate: date, publishedAt } = draft;
	const stated: IssueValues = { number, date, publishedAt: publishedAt || null, fields: {} };
	const initial = style.fields.map((field) => [
		field.name,
		fillText(field.initial, stated, style.language),
	]);
	return { ...Object.fromEntries(initial), ...draft.fields };
}

function sectionsOf(items: readonly ItemRecord[], style: HouseStyle): DraftSection[] {
	const known = new Set(style.sections.map(({ id }) => id));
	const used = new Set(items.map(({ section }) => section));
	const level = Math.min(...style.sections.map((section) => section.level), 6);
	return [
		...style.sections
			.filter(({ id, hidden }) => !hidden || used.has(id))
			.map(({ id, heading, level }) => ({ id, heading, level })),
		...[...used].filter((id) => !known.has(id)).map((id) => ({ id, heading: id, level })),
	];
}

function partOf(
	{ section, title, links, note, slots, asWritten }: ItemRecord,
	style: HouseStyle,
): DraftPart {
	return {
		...{ kind: "item", section, title, note, slots },
		links: linksOf(links, style),
		...(asWritten !== "" && { asWritten }),
	};
}

/** The addresses of links as the style writes them. */
function linksOf(
	links: readonly { url: string }[],
	{ readableAddresses }: HouseStyle,
): { url: string }[] {
	return links.map(({ url }) => ({ url: readableAddresses ? readableAddress(url) : url }));
}

function ownText(section: string, text: string): DraftText[] {
	return text.trim() === "" ? [] : [{ kind: "text", section, text }];
}

/** The standing text at a position, from the style or as edited for this issue. */
function standingIn(
	section: string,
	at: StandingText["at"],
	draft: DraftRecord,
	style: HouseStyle,
): DraftText[] {
	return style.standing
		.filter((text) => text.section === section && text.at === at)
		.map(({ id, text }) => {
			const edited = draft.standing[id];
			return edited === undefined
				? { kind: "text", section, text, standing: id }
				: { kind: "text", section, text: edited };
		});
}
