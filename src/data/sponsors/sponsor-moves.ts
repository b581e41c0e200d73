import { generateNKeysBetween } from "fractional-indexing";
import { change, type Edit } from "../db/change.ts";
import { placeAfter } from "../db/places.ts";
import { SHELF, type SponsorFields } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { draftIn, openDraftsIn } from "../drafts/draft-list.ts";
import { refuseClosed } from "../drafts/drafts.ts";
import { sponsorsIn } from "./sponsors-of-draft.ts";

/** The issue a sponsor is booked for: by number, by date, or none when both are null. */
export type ForIssue = Pick<SponsorFields, "number" | "issueDate">;

/**
 * Books a sponsor for another issue, after the sponsors that this issue already has. If `issue` has neither
 * a number nor a date, the sponsor is kept for later. A sponsor that was written into a draft is removed
 * from that draft. Rejects when there is no such sponsor, and with `DraftClosed` when the sponsor has
 * already run.
 */
export function moveBooking(id: string, issue: ForIssue): Promise<void> {
	return change("editSponsor", typedIn(`sponsor/${id}/issue`), async (edit) => {
		const sponsor = await edit.stores.objectStore("sponsors").get(id);
		if (!sponsor || sponsor.deletedAt !== null) throw new Error(`There is no sponsor ${id}.`);
		await refuseClosed(edit, sponsor.draftId);
		const changed = stamped<SponsorFields>(sponsor.changed, issue);
		const place = await placeFor(edit, issue, id);
		const booked = { ...issue, draftId: bookingDraftId(issue), place, carriedFrom: null, changed };
		await edit.put("sponsors", { ...sponsor, ...booked });
	});
}

/** Swaps a sponsor with its neighbor in a draft. Does nothing at the ends of the list. */
export function moveSponsor(id: string, draftId: string, direction: "up" | "down"): Promise<void> {
	return change("editSponsor", null, async (edit) => {
		await refuseClosed(edit, draftId);
		const sponsors = await sponsorsIn(edit, await draftIn(edit, draftId));
		const from = sponsors.findIndex((one) => one.id === id);
		const to = direction === "up" ? from - 1 : from + 1;
		const moved = sponsors[from];
		const passed = sponsors[to];
		if (!moved || !passed) return;
		const order = sponsors.with(from, passed).with(to, moved);
		// All places are generated again: bookings get their places independently, so two can be equal.
		const places = generateNKeysBetween(null, null, order.length);
		for (const [nth, sponsor] of order.entries()) {
			const place = places[nth] ?? "";
			if (place === sponsor.place) continue;
			const changed = stamped<SponsorFields>(sponsor.changed, { place });
			await edit.put("sponsors", { ...sponsor, place, changed });
		}
	});
}

/** The `draftId` of a booking: null if it is booked for an issue, `SHELF` if it is kept for later. */
export function bookingDraftId({ number, issueDate }: ForIssue): null | typeof SHELF {
	return number === null && issueDate === null ? SHELF : null;
}

/** The place after the other sponsors of an issue, inside a change. */
export async function placeFor(
	edit: Edit,
	{ number, issueDate }: ForIssue,
	except?: string,
): Promise<string> {
	const taker = (await openDraftsIn(edit)).find(
		(draft) => draft.number === number || draft.issueDate === issueDate,
	);
	const issue = taker ?? { id: SHELF, number: number ?? 0, issueDate: issueDate ?? "" };
	const others = (await sponsorsIn(edit, issue)).filter(({ id }) => id !== except);
	return placeAfter(others.at(-1)?.place ?? null);
}
