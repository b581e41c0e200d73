import { foldedHeading } from "../../core/links/heading-key.ts";
import { database } from "../db/database.ts";
import { mentionsAtHost } from "./host-mentions.ts";

/** A host with more of them is known well enough by as many; all of those at a code host would take long. */
const MOST_MENTIONS = 500;

/** How many of the archive's links to one host stood in a section, and how many there are in all. */
interface HostSections {
	host: string;
	inSection: number;
	all: number;
}

/**
 * Counts them for the host of an address. Sponsors' links do not count. Of a host with very many, the
 * first five hundred by address are counted.
 *
 * @param heading of the section, in any case
 */
export async function hostSections(url: string, heading: string): Promise<HostSections> {
	const { host, range } = mentionsAtHost(url);
	const found = await (await database()).getAllFromIndex("mentions", "key", range, MOST_MENTIONS);
	const counted = found.filter(({ sponsored }) => !sponsored);
	const key = foldedHeading(heading);
	const inSection = counted.filter(({ section }) => foldedHeading(section) === key).length;
	return { host, inSection, all: counted.length };
}
