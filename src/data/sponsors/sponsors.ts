import { change, type Edit } from "../db/change.ts";
import { placeAfter } from "../db/places.ts";
import type { DraftRecord, SponsorFields, SponsorRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { draftIn } from "../drafts/draft-list.ts";
import { refuseClosed } from "../drafts/drafts.ts";
import { holderOf, placeFor } from "./sponsor-moves.ts";
import { sponsorsIn } from "./sponsors-of-draft.ts";

/**
 * The sponsor that stands in a draft that has none: all of it empty, and not kept until
 * something is written into it.
 */
export function emptySponsor(draftId: string): SponsorRecord {
	return { ...blank(), id: `sponsor-${draftId}`, draftId, createdAt: 0 };
}

/**
 * Changes parts of a sponsor, from what they are at that moment: parts typed in two pages at once
 * both stand. Whatever was carried over is the draft's own once it has been changed.
 *
 * @param draftId the draft that a sponsor not kept yet belongs to, as `emptySponsor` makes it
 * Rejects when there is no such sponsor and no draft is given, and with `DraftClosed` when its
 * draft is no longer open.
 */
export function editSponsor(
	id: string,
	parts: Partial<SponsorFields>,
	draftId: string | null = null,
): Promise<void> {
	const mark = `sponsor/${id}/${Object.keys(parts).join()}`;
	return change("editSponsor", typedIn(mark), async (edit) => {
		const kept = await edit.stores.objectStore("sponsors").get(id);
		const known = kept?.deletedAt === null ? kept : null;
		if (!known && draftId === null) throw new Error(`There is no sponsor ${id}.`);
		await refuseClosed(edit, known ? known.draftId : draftId, parts);
		const sponsor = known ?? { ...(await newIn(edit, draftId)), id };
		const changed = stamped(sponsor.changed, parts);
		await edit.put("sponsors", { ...sponsor, ...parts, carriedFrom: null, changed });
	});
}

/**
 * Adds an empty sponsor at the end of those of a draft; carried ones stand beside it. Rejects with
 * `DraftClosed` when the draft is no longer open.
 */
export function addSponsor(draftId: string): Promise<SponsorRecord> {
	return change("editSponsor", null, async (edit) => {
		const draft = await draftIn(edit, draftId);
		await refuseClosed(edit, draftId);
		for (const sponsor of await sponsorsIn(edit, draft)) {
			if (sponsor.carriedFrom !== null) {
				await edit.put("sponsors", { ...sponsor, carriedFrom: null });
			}
		}
		const added = await newIn(edit, draftId);
		await edit.put("sponsors", added);
		return added;
	});
}

/**
 * Books a sponsor for the issue with a number or a date, behind those it has; for neither, the
 * sponsor is kept for later.
 */
export function bookSponsor(parts: Partial<SponsorFields>): Promise<SponsorRecord> {
	return change("bookSponsor", null, async (edit) => {
		const { number = null, issueDate = null } = parts;
		const place = await placeFor(edit, { number, issueDate });
		const booked = { ...blank(), place, ...parts, draftId: holderOf({ number, issueDate }) };
		await edit.put("sponsors", booked);
		return booked;
	});
}

/**
 * Marks a sponsor deleted; Undo brings it back. Rejects when there is no such sponsor, and with
 * `DraftClosed` when it has run.
 */
export function deleteSponsor(id: string): Promise<void> {
	return change("deleteSponsor", null, async (edit) => {
		const sponsor = await edit.stores.objectStore("sponsors").get(id);
		if (!sponsor) throw new Error(`There is no sponsor ${id}.`);
		await refuseClosed(edit, sponsor.draftId);
		const deletedAt = Date.now();
		const changed = stamped<SponsorRecord>(sponsor.changed, { deletedAt });
		await edit.put("sponsors", { ...sponsor, deletedAt, changed });
	});
}

/**
 * Makes the bookings that a draft has taken its own for good, once it is published: no number or
 * date finds them any more. Resolves to all sponsors that ran.
 */
export async function bindSponsors(edit: Edit, draft: DraftRecord): Promise<SponsorRecord[]> {
	const ran = (await sponsorsIn(edit, draft)).filter(hasContent);
	for (const sponsor of ran) {
		if (sponsor.draftId === draft.id) continue;
		const none = { number: null, issueDate: null };
		const changed = stamped<SponsorFields>(sponsor.changed, none);
		await edit.put("sponsors", { ...sponsor, ...none, draftId: draft.id, changed });
	}
	return ran;
}

/** Repeats the sponsors that ran in the next draft, unless it has one already. */
export async function carrySponsors(
	edit: Edit,
	ran: readonly SponsorRecord[],
	next: DraftRecord,
): Promise<void> {
	if ((await sponsorsIn(edit, next)).length > 0) return;
	for (const sponsor of ran) {
		const { name, note, links, heading, atFoot, place, id } = sponsor;
		const words = { name, note, links, heading, atFoot, place };
		await edit.put("sponsors", { ...blank(), ...words, draftId: next.id, carriedFrom: id });
	}
}

/** Whether anything is written about a sponsor: one without a word is no block of the issue. */
export function hasContent({ name, note, links }: SponsorFields): boolean {
	return name.trim() !== "" || note.trim() !== "" || links.length > 0;
}

/** An empty sponsor for a draft, behind those it has. */
async function newIn(edit: Edit, draftId: string | null): Promise<SponsorRecord> {
	const draft = await draftIn(edit, draftId ?? "");
	const last = (await sponsorsIn(edit, draft)).at(-1);
	return { ...blank(), draftId, place: placeAfter(last?.place ?? null) };
}

function blank(): SponsorRecord {
	return {
		id: crypto.randomUUID(),
		name: "",
		note: "",
		links: [],
		heading: "",
		atFoot: null,
		number: null,
		issueDate: null,
		place: placeAfter(null),
		draftId: null,
		carriedFrom: null,
		createdAt: Date.now(),
		deletedAt: null,
		changed: {},
	};
}
