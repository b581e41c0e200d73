import type { Edit } from "./change.ts";
import { database } from "./database.ts";
import { byPlace } from "./places.ts";
import type { DraftRecord, SponsorRecord } from "./records.ts";

/** What a draft is looked up by: itself, its number, its date. */
type Booked = Pick<DraftRecord, "id" | "number" | "issueDate">;

/**
 * The sponsors of a draft, in order: those written into it and those booked for its number or
 * its date. One that was only carried over from the last issue gives way to any of these.
 */
export async function sponsorsOf(draft: Booked): Promise<SponsorRecord[]> {
	return standing(draft, (await database()).transaction("sponsors").store);
}

/** The same inside a change. */
export function sponsorsIn(edit: Edit, draft: Booked): Promise<SponsorRecord[]> {
	return standing(draft, edit.stores.objectStore("sponsors"));
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
		store.index("number").getAll(draft.number),
		store.index("date").getAll(draft.issueDate),
	]);
	const byId = new Map(found.flat().map((sponsor) => [sponsor.id, sponsor]));
	const there = [...byId.values()].filter(
		({ draftId, deletedAt }) => deletedAt === null && (draftId === null || draftId === draft.id),
	);
	const wanted = there.filter(({ carriedFrom }) => carriedFrom === null);
	return (wanted.length > 0 ? wanted : there).sort(byPlace);
}
