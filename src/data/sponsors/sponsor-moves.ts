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
 * Books a sponsor for another issue, behind those that has; for none, the sponsor is kept for
 * later. One that was written into a draft leaves it. Rejects when there is no such sponsor, and
 * with `DraftClosed` when it has run.
 */
export function moveBooking(id: string, issue: ForIssue): Promise<void> {
	return change("editSponsor", typedIn(`sponsor/${id}/issue`), async (edit) => {
		const sponsor = await edit.stores.objectStore("sponsors").get(id);
		if (!sponsor || sponsor.deletedAt !== null) throw new Error(`There is no sponsor ${id}.`);
		await refuseClosed(edit, sponsor.draftId);
		const changed = stamped<SponsorFields>(sponsor.changed, issue);
		const place = await placeFor(edit, issue, id);
		const booked = { ...issue, draftId: holderOf(issue), place, carriedFrom: null, changed };
		await edit.put("sponsors", { ...sponsor, ...booked });
	});
}

/** Moves a sponsor past its neighbour in a draft. Nothing happens at the ends. */
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
		// All anew: places of bookings, each made for itself, may be the same.
		const places = generateNKeysBetween(null, null, order.length);
		for (const [nth, sponsor] of order.entries()) {
			const place = places[nth] ?? "";
			if (place === sponsor.place) continue;
			const changed = stamped<SponsorFields>(sponsor.changed, { place });
			await edit.put("sponsors", { ...sponsor, place, changed });
		}
	});
}

/** What a booking for this issue has as its draft: none, or that it waits for an issue. */
export function holderOf({ number, issueDate }: ForIssue): null | typeof SHELF {
	return number === null && issueDate === null ? SHELF : null;
}

/** The place behind the other sponsors of an issue, inside a change. */
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
