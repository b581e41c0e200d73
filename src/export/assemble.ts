import type { DraftRecord, ItemRecord, LinkRecord, SponsorRecord } from "../data/db/records.ts";
import { hasContent } from "../data/sponsors/sponsors.ts";
import { type Issue, type Item, plainLink } from "../issue/issue.ts";
import { sponsorHeading } from "../issue/sponsor-heading.ts";
import type { HouseStyle } from "../issue/style.ts";

/**
 * The issue that a draft would be now: its sections in the order of the house style, their items
 * in order of place. Items of a section the style no longer has come after the others, under the
 * section's id, so that none is left out of sight; those of a hidden section that has items stay.
 *
 * @param sponsors those of the draft, in order of place
 * @param items those of the draft that are not deleted, in order of place
 */
export function assemble(
	draft: DraftRecord,
	sponsors: readonly SponsorRecord[],
	items: readonly ItemRecord[],
	style: HouseStyle,
): Issue {
	const known = new Set(style.sections.map(({ id }) => id));
	const used = new Set(items.map(({ section }) => section));
	const strays = [...used].filter((id) => !known.has(id));
	const sections = [
		...style.sections
			.filter(({ id, hidden }) => !hidden || used.has(id))
			.map(({ id, heading }) => ({ id, heading })),
		...strays.map((id) => ({ id, heading: id })),
	];
	return {
		number: draft.number ?? 0,
		issueDate: draft.issueDate ?? "",
		publishedAt: draft.publishedAt,
		intro: draft.intro,
		sponsors: sponsors.filter(hasContent).map((sponsor) => {
			const body = bodyOf(sponsor, style);
			const heading = sponsorHeading(sponsor.heading.trim() || style.sponsor.heading, sponsor.name);
			return { heading, ...body, foot: (sponsor.atFoot ?? style.sponsor.atFoot) ? body : null };
		}),
		sections: sections.map(({ id, heading }) => ({
			heading,
			items: items.filter(({ section }) => section === id).map((item) => bodyOf(item, style)),
		})),
		footer: draft.footer,
	};
}

function bodyOf({ note, links }: { note: string; links: LinkRecord[] }, style: HouseStyle): Item {
	return {
		note,
		links: links.map(({ url }) => ({ ...plainLink(url), ...style.link })),
		tight: style.spacing.beforeLinks === 0,
	};
}
