import { type Issue, type Item, plainLink } from "../issue/issue.ts";
import type { HouseStyle } from "../issue/style.ts";
import type { DraftRecord, ItemRecord, LinkRecord } from "../storage/records.ts";

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
		sponsors: draft.sponsors.map((sponsor) => ({
			heading: sponsorHeading(style, sponsor.name),
			note: sponsor.note,
			links: linksOf(sponsor.links, style),
			atFoot: style.sponsor.atFoot,
		})),
		sections: sections.map(({ id, heading }) => ({
			heading,
			items: items.filter(({ section }) => section === id).map((item) => itemOf(item, style)),
		})),
		footer: draft.footer,
	};
}

function itemOf(item: ItemRecord, style: HouseStyle): Item {
	return { note: item.note, links: linksOf(item.links, style) };
}

function linksOf(links: readonly LinkRecord[], style: HouseStyle): Item["links"] {
	return links.map(({ url }) => ({ ...plainLink(url), ...style.link }));
}

/** The sponsor's heading for a name; without a name, the pattern less what leads up to it. */
function sponsorHeading(style: HouseStyle, name: string): string {
	const { heading } = style.sponsor;
	return name.trim() === ""
		? heading.replace(/[\s,:–—-]*\{name\}/, "").trim()
		: heading.replace("{name}", () => name.trim());
}
