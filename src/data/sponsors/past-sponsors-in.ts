import { contentsOf, type IssueSponsor } from "../../core/archive/contents.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { fillSponsorHeading, nameInSponsorHeading } from "../../core/issue/sponsor-heading.ts";
import { isLinkable } from "../../core/links/linkable.ts";
import { siteHost } from "../../core/links/site-host.ts";
import { archivePageIn } from "../archive/archive-order.ts";
import { database } from "../db/database.ts";
import { byPlace } from "../db/places.ts";
import type { ArchivedIssue, SponsorFields, SponsorRecord } from "../db/records.ts";
import { hasContent } from "./sponsors.ts";

/** A sponsor as it appeared in a published issue. */
export interface PastSponsor extends Pick<SponsorFields, "name" | "note" | "links" | "atFoot"> {
	issueId: string;
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** Path of the issue's file. */
	path: string;
	/** The whole heading above the sponsor. */
	stoodUnder: string;
	/** The pattern that the heading was made from; empty for the house style's. */
	heading: string;
}

/**
 * The sponsors of published issues, one page at a time: those of `count` issues after the first `skip`, the
 * latest issue first. `next` is the `skip` of the following page, or null after the last page.
 *
 * A sponsor that was booked or typed in Galley is read from its record. All others are parsed from the
 * issue's text.
 */
export async function pastSponsorsIn(
	skip: number,
	count: number,
): Promise<{ ran: PastSponsor[]; next: number | null }> {
	const transaction = (await database()).transaction(["archive", "sponsors"]);
	// One more than is needed, to find out whether there is another page.
	const ids = await archivePageIn(transaction, skip, count + 1);
	const bound = transaction.objectStore("sponsors").index("draft");
	const ran: PastSponsor[] = [];
	for (const id of ids.slice(0, count)) {
		const archived = await transaction.objectStore("archive").get(id);
		if (!archived) continue;
		const { sponsors } = contentsOf(archived.issue);
		const records = sponsors.length > 0 ? await bound.getAll(id) : [];
		ran.push(...sponsorsIn(archived, sponsors, records));
	}
	return { ran, next: ids.length > count ? skip + count : null };
}

function sponsorsIn(
	{ id, number, issueDate, path, style }: ArchivedIssue,
	stood: readonly IssueSponsor[],
	records: readonly SponsorRecord[],
): PastSponsor[] {
	const where = { issueId: id, number, issueDate, path };
	const kept = records
		.filter((record) => record.deletedAt === null && hasContent(record))
		.sort(byPlace);
	// Records and blocks are paired by position, which is only safe when there are equally many.
	const known = kept.length === stood.length;
	return stood.map((sponsor, at) => {
		const record = known ? kept[at] : undefined;
		if (!record) return { ...where, ...fromText(sponsor, style) };
		const { name, note, links, heading, atFoot } = record;
		return { ...where, name, note, links, heading, atFoot, stoodUnder: sponsor.heading };
	});
}

function fromText({ heading, title, note, links }: IssueSponsor, style: HouseStyle) {
	const { sponsor } = style;
	const named = sponsor && nameInSponsorHeading(sponsor, heading);
	const name = named && !NO_NAME.test(named) ? named : nameFromContent(title, links);
	const isPattern =
		sponsor && named !== null && fillSponsorHeading(sponsor.heading, named) === heading;
	return {
		name,
		note,
		links: links.filter(({ url }) => isLinkable(url)).map(({ url }) => ({ url, title: "" })),
		heading: isPattern ? sponsor.heading : heading,
		atFoot: null,
		stoodUnder: heading,
	};
}

/** Headings such as "Our sponsor" have these words where a name is expected. */
const NO_NAME =
	/^(?:(?:from|by) )?(?:our |this (?:week|issue|month)[’']s |today[’']s )?sponsor(?:s|ed)?\W*$/i;

/** The name of a sponsor whose heading has none: its title, or else the host of its first link. */
function nameFromContent(title: string, links: IssueSponsor["links"]): string {
	const plain = title.replace(/[*_`[\]]/g, "").trim();
	if (plain !== "" || !links[0]) return plain;
	return siteHost(links[0].url);
}
