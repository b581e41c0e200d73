import { byPlace } from "../db/places.ts";
import type { ReadTransaction } from "../db/read-transaction.ts";
import { SHELF, type SponsorRecord } from "../db/records.ts";
import { OPEN } from "../drafts/draft-list.ts";

/**
 * Every sponsor that has not run, in order of place: those in open drafts, those booked for an issue (also
 * for a past issue that was never made), and those kept for later. Reads by index, so sponsors that have
 * already run are not read.
 */
export async function sponsorsAheadFrom(reading: ReadTransaction): Promise<SponsorRecord[]> {
	const sponsors = reading.objectStore("sponsors");
	const open = await reading.objectStore("drafts").index("standing").getAll(OPEN);
	const found = await Promise.all([
		sponsors.index("number").getAll(),
		sponsors.index("date").getAll(),
		...[SHELF, ...open.map(({ id }) => id)].map((id) => sponsors.index("draft").getAll(id)),
	]);
	const byId = new Map(found.flat().map((sponsor) => [sponsor.id, sponsor]));
	const holders = new Set([null, SHELF, ...open.map(({ id }) => id)]);
	return [...byId.values()]
		.filter(({ draftId, deletedAt }) => deletedAt === null && holders.has(draftId))
		.sort(byPlace);
}
