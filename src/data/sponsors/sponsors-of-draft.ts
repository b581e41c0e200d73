import type { Edit } from "../db/change.ts";
import { byPlace } from "../db/places.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import { type DraftRecord, SAMPLE, SHELF, type SponsorRecord } from "../db/records.ts";

/** The fields by which the sponsors of a draft are looked up. */
type Booked = Pick<DraftRecord, "id" | "number" | "issueDate">;

/**
 * The sponsors of a draft, in order: those written into it and those booked for its number or its date. A
 * sponsor carried over from the last issue is only included when there is no other.
 */
export async function sponsorsOf(draft: Booked): Promise<SponsorRecord[]> {
	return sponsorsFrom(await readTransaction(["sponsors"]), draft);
}

/** Does the same inside a change. */
export function sponsorsIn(edit: Edit, draft: Booked): Promise<SponsorRecord[]> {
	return sponsorsInStore(draft, edit.stores.objectStore("sponsors"));
}

/** Does the same inside a transaction. */
export function sponsorsFrom(reading: ReadTransaction, draft: Booked): Promise<SponsorRecord[]> {
	return sponsorsInStore(draft, reading.objectStore("sponsors"));
}

/** The part of the sponsor store that is used here. It fits both kinds of transaction. */
interface Sponsors {
	index(name: "draft" | "number" | "date"): {
		getAll(key: string | number): Promise<SponsorRecord[]>;
	};
}

async function sponsorsInStore(draft: Booked, store: Sponsors): Promise<SponsorRecord[]> {
	const found = await Promise.all([
		store.index("draft").getAll(draft.id),
		draft.number === null ? [] : store.index("number").getAll(draft.number),
		draft.issueDate === null ? [] : store.index("date").getAll(draft.issueDate),
	]);
	return chooseSponsors(draft, [...new Map(found.flat().map((one) => [one.id, one])).values()]);
}

/** Returns those of the given sponsors that belong to a draft, in order. */
export function chooseSponsors(draft: Booked, sponsors: readonly SponsorRecord[]): SponsorRecord[] {
	// The sample is not a real issue, so bookings never apply to it.
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
