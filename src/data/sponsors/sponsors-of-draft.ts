import type { Edit } from "../db/change.ts";
import { byPlace } from "../db/places.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import { type DraftRecord, SAMPLE, SHELF, type SponsorRecord } from "../db/records.ts";

/** What a draft is looked up by: itself, its number, its date. */
type Booked = Pick<DraftRecord, "id" | "number" | "issueDate">;

/**
 * The sponsors of a draft, in order: those written into it and those booked for its number or
 * its date. One that was only carried over from the last issue gives way to any of these.
 */
export async function sponsorsOf(draft: Booked): Promise<SponsorRecord[]> {
	return sponsorsFrom(await readTransaction(["sponsors"]), draft);
}

/** The same inside a change. */
export function sponsorsIn(edit: Edit, draft: Booked): Promise<SponsorRecord[]> {
	return standing(draft, edit.stores.objectStore("sponsors"));
}

/** The same inside a transaction. */
export function sponsorsFrom(reading: ReadTransaction, draft: Booked): Promise<SponsorRecord[]> {
	return standing(draft, reading.objectStore("sponsors"));
}

/** As much of the store as is needed here, in whichever kind of transaction. */
interface Sponsors {
	index(name: "draft" | "number" | "date"): {
		getAll(key: string | number): Promise<SponsorRecord[]>;
	};
}

async function standing(draft: Booked, store: Sponsors): Promise<SponsorRecord[]> {
	const found = await Promise.all([
		store.index("draft").getAll(draft.id),
		draft.number === null ? [] : store.index("number").getAll(draft.number),
		draft.issueDate === null ? [] : store.index("date").getAll(draft.issueDate),
	]);
	return standingAmong(draft, [...new Map(found.flat().map((one) => [one.id, one])).values()]);
}

/** Those of some sponsors that are a draft's, in order. */
export function standingAmong(draft: Booked, sponsors: readonly SponsorRecord[]): SponsorRecord[] {
	// The sample is nobody's issue: what is booked is not for it.
	const isBooked = ({ draftId, number, issueDate }: SponsorRecord) =>
		(draftId === null || draftId === SHELF) &&
		draft.id !== SAMPLE &&
		((number !== null && number === draft.number) ||
			(issueDate !== null && issueDate === draft.issueDate));
	const there = sponsors.filter(
		(sponsor) => sponsor.deletedAt === null && (sponsor.draftId === draft.id || isBooked(sponsor)),
	);
	const wanted = there.filter(({ carriedFrom }) => carriedFrom === null);
	return (wanted.length > 0 ? wanted : there).sort(byPlace);
}
