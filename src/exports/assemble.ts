import { type Issue, type Item, plainLink } from "../issue/issue.ts";
import { sponsorHeading } from "../issue/sponsor-heading.ts";
import type { HouseStyle } from "../issue/style.ts";
import type { DraftRecord, ItemRecord, LinkRecord, SponsorRecord } from "../storage/records.ts";

/**
 * The issue that a draft would be now: its sections in the order of the house style, their items
 * in order of place. Items of a section the style no longer has come after the others, under the
 * section's id, so that none is left out of sight.
 *
 * @param items those of the draft that are not deleted, in order of place
 */
export function assemble(
	draft: DraftRecord,
	items: readonly ItemRecord[],
	style: HouseStyle,
): Issue {
	const known = new Set(style.sections.map(({ id }) => id));
	const strays = [...new Set(items.map(({ section }) => section))].filter((id) => !known.has(id));
	const sections = [
		...style.sections.map(({ id, heading }) => ({ id, heading })),
		...strays.map((id) => ({ id, heading: id })),
	];
	return {
		number: draft.number,
		issueDate: draft.issueDate,
		publishedAt: draft.publishedAt,
		intro: draft.intro,
		sponsors: draft.sponsors.filter(hasContent).map((sponsor) => {
			const body = bodyOf(sponsor, style);
			const heading = sponsorHeading(style, sponsor.name);
			return { heading, ...body, foot: style.sponsor.atFoot ? body : null };
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

/** A booking in which nothing is written yet is not a block of the issue. */
function hasContent({ name, note, links }: SponsorRecord): boolean {
	return name.trim() !== "" || note.trim() !== "" || links.length > 0;
}
