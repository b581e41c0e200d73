import { change, type Edit } from "../db/change.ts";
import { placeAfter } from "../db/places.ts";
import type { DraftRecord, SponsorFields, SponsorRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { draftIn } from "../drafts/draft-list.ts";
import { refuseClosed } from "../drafts/drafts.ts";
import { bookingDraftId, placeFor } from "./sponsor-moves.ts";
import { sponsorsIn } from "./sponsors-of-draft.ts";

/**
 * The empty sponsor that is shown in a draft without sponsors. It is stored only when something is written
 * into it.
 */
export function emptySponsor(draftId: string): SponsorRecord {
	return { ...blankSponsor(), id: `sponsor-${draftId}`, draftId, createdAt: 0 };
}

/**
 * Changes parts of the stored sponsor inside one transaction, so that changes made in two pages at once are
 * both kept. A sponsor that was carried over counts as the draft's own once it has been changed.
 *
 * Rejects when there is no such sponsor and no draft is given, and with `DraftClosed` when its draft is no
 * longer open.
 *
 * @param draftId the draft of a sponsor that is not stored yet, as made by `emptySponsor`
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
		await putChanged(edit, known ?? { ...(await newSponsorIn(edit, draftId)), id }, parts);
	});
}

/**
 * Changes a stored sponsor based on its stored state. A sponsor that has been deleted in the meantime is not
 * changed. Rejects with `DraftClosed` when its draft is no longer open.
 */
export function reviseSponsor(
	id: string,
	revise: (sponsor: SponsorRecord) => Partial<SponsorFields>,
): Promise<void> {
	return change("editSponsor", null, async (edit) => {
		const sponsor = await edit.stores.objectStore("sponsors").get(id);
		if (!sponsor || sponsor.deletedAt !== null) return;
		await refuseClosed(edit, sponsor.draftId);
		await putChanged(edit, sponsor, revise(sponsor));
	});
}

function putChanged(
	edit: Edit,
	sponsor: SponsorRecord,
	parts: Partial<SponsorFields>,
): Promise<void> {
	const changed = stamped(sponsor.changed, parts);
	return edit.put("sponsors", { ...sponsor, ...parts, carriedFrom: null, changed });
}

/**
 * Adds an empty sponsor after the other sponsors of a draft, and keeps the ones that were carried over.
 * Rejects with `DraftClosed` when the draft is no longer open.
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
		const added = await newSponsorIn(edit, draftId);
		await edit.put("sponsors", added);
		return added;
	});
}

/**
 * Books a sponsor for the issue with a number or a date, after the sponsors it already has. With neither,
 * the sponsor is kept for later.
 */
export function bookSponsor(parts: Partial<SponsorFields>): Promise<SponsorRecord> {
	return change("bookSponsor", null, async (edit) => {
		const { number = null, issueDate = null } = parts;
		const place = await placeFor(edit, { number, issueDate });
		const booked = {
			...blankSponsor(),
			place,
			...parts,
			draftId: bookingDraftId({ number, issueDate }),
		};
		await edit.put("sponsors", booked);
		return booked;
	});
}

/**
 * Marks a sponsor as deleted. Undo restores it. Rejects when there is no such sponsor, and with
 * `DraftClosed` when it has already run.
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
 * Assigns the bookings that ran in a draft to that draft when it is published, so that they are no longer
 * found by number or date. Resolves to all sponsors that ran.
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

/** Copies the sponsors that ran into the next draft, unless it already has sponsors. */
export async function carrySponsors(
	edit: Edit,
	ran: readonly SponsorRecord[],
	next: DraftRecord,
): Promise<void> {
	if ((await sponsorsIn(edit, next)).length > 0) return;
	for (const sponsor of ran) {
		const { name, note, links, heading, atFoot, place, id } = sponsor;
		const words = { name, note, links, heading, atFoot, place };
		await edit.put("sponsors", { ...blankSponsor(), ...words, draftId: next.id, carriedFrom: id });
	}
}

/** Whether a sponsor has a name, a note or links. One without any of these is left out of the issue. */
export function hasContent({ name, note, links }: SponsorFields): boolean {
	return name.trim() !== "" || note.trim() !== "" || links.length > 0;
}

/** An empty sponsor for a draft, after the sponsors it already has. */
async function newSponsorIn(edit: Edit, draftId: string | null): Promise<SponsorRecord> {
	const draft = await draftIn(edit, draftId ?? "");
	const last = (await sponsorsIn(edit, draft)).at(-1);
	return { ...blankSponsor(), draftId, place: placeAfter(last?.place ?? null) };
}

function blankSponsor(): SponsorRecord {
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
