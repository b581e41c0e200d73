import { foldedHeading } from "../../core/links/heading-key.ts";
import { database } from "../db/database.ts";
import { mentionsAtHost } from "./host-mentions.ts";

/**
 * The number of mentions of a host that are read. More would take long for hosts of code and change little.
 */
const MAX_MENTIONS = 500;

/** How many of the archive's links to one host were in a section, and how many there are in all. */
interface HostSections {
	host: string;
	inSection: number;
	all: number;
}

/**
 * Counts the links to the host of an address, without those of sponsors. Only the first five hundred by
 * address are counted.
 *
 * @param heading the heading of the section; upper and lower case do not matter
 */
export async function hostSections(url: string, heading: string): Promise<HostSections> {
	const { host, range } = mentionsAtHost(url);
	const found = await (await database()).getAllFromIndex("mentions", "key", range, MAX_MENTIONS);
	const counted = found.filter(({ sponsored }) => !sponsored);
	const key = foldedHeading(heading);
	const inSection = counted.filter(({ section }) => foldedHeading(section) === key).length;
	return { host, inSection, all: counted.length };
}
