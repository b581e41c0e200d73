import { isLinkable } from "../../core/links/linkable.ts";
import type { Sponsor } from "../../issue/issue.ts";
import { sponsorHeading, sponsorName } from "../../issue/sponsor-heading.ts";
import type { HouseStyle } from "../../issue/style.ts";
import { database } from "../db/database.ts";
import { byPlace } from "../db/places.ts";
import type { ArchivedIssue, SponsorFields, SponsorRecord } from "../db/records.ts";
import { hasContent } from "./sponsors.ts";

/** A sponsor as it stood in a published issue. */
export interface RanSponsor extends Pick<SponsorFields, "name" | "note" | "links" | "atFoot"> {
	issueId: string;
	number: number;
	/** As `2019-12-15`. */
	issueDate: string;
	/** The whole heading it stood under. */
	stoodUnder: string;
	/** The pattern that heading was made from; empty for the house style's. */
	heading: string;
}

/**
 * The sponsors of published issues, a page at a time: of `count` issues from the one below number
 * `below`, the highest first; from the highest of all where `below` is null. `next` is what to
 * give as `below` for the following page, null after the last.
 *
 * What was booked or typed here is taken from its record, all else from the issue's text.
 */
export async function sponsorsThatRan(
	below: number | null,
	count: number,
): Promise<{ ran: RanSponsor[]; next: number | null }> {
	const transaction = (await database()).transaction(["archive", "sponsors"]);
	const range = below === null ? null : IDBKeyRange.upperBound(below, true);
	const bound = transaction.objectStore("sponsors").index("draft");
	const ran: RanSponsor[] = [];
	let read = 0;
	let last: number | null = null;
	let cursor = await transaction.objectStore("archive").index("number").openCursor(range, "prev");
	while (cursor && read < count) {
		const archived = cursor.value;
		const stood = archived.issue.sponsors;
		const records = stood.length > 0 ? await bound.getAll(archived.id) : [];
		ran.push(...sponsorsIn(archived, records));
		last = archived.number;
		read += 1;
		cursor = await cursor.continue();
	}
	return { ran, next: cursor ? last : null };
}

function sponsorsIn(archived: ArchivedIssue, records: readonly SponsorRecord[]): RanSponsor[] {
	const { id, issue, style } = archived;
	const where = { issueId: id, number: issue.number, issueDate: issue.issueDate };
	const kept = records
		.filter((record) => record.deletedAt === null && hasContent(record))
		.sort(byPlace);
	// A block that was empty once it was settled is in neither; any other difference is for the text.
	const known = kept.length === issue.sponsors.length;
	return issue.sponsors.map((sponsor, at) => {
		const record = known ? kept[at] : undefined;
		if (!record) return { ...where, ...fromText(sponsor, style) };
		const { name, note, links, heading, atFoot } = record;
		return { ...where, name, note, links, heading, atFoot, stoodUnder: sponsor.heading };
	});
}

function fromText({ heading, note, links }: Sponsor, style: HouseStyle) {
	const name = sponsorName(style, heading);
	const isPattern = name !== null && sponsorHeading(style.sponsor.heading, name) === heading;
	return {
		name: name ?? "",
		note,
		links: links.filter(({ url }) => isLinkable(url)).map(({ url }) => ({ url, title: "" })),
		heading: isPattern ? style.sponsor.heading : heading,
		atFoot: null,
		stoodUnder: heading,
	};
}
