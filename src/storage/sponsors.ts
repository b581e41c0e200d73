import { change } from "./change.ts";
import { stamped } from "./drafts.ts";
import type { DraftFields, DraftRecord, SponsorRecord } from "./records.ts";

/** The parts of a sponsor that are typed on their own. */
export type SponsorParts = Pick<SponsorRecord, "name" | "note" | "links">;

/**
 * Changes parts of a draft's first sponsor, from what they are at that moment: parts typed in two
 * pages at once both stand. A draft without sponsor gets one; a sponsor of whom nothing is left
 * is taken away. Rejects when there is no such draft.
 */
export function editSponsor(draftId: string, parts: Partial<SponsorParts>): Promise<void> {
	const mark = `sponsor/${draftId}/${Object.keys(parts).join()}`;
	return change("editDraft", mark, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(draftId);
		if (!draft) throw new Error(`There is no draft ${draftId}.`);
		const fields: Partial<DraftFields> = { sponsors: withParts(draft, parts) };
		await edit.put("drafts", { ...draft, ...fields, changed: stamped(draft.changed, fields) });
	});
}

/** What stands in for the sponsor of a draft that has none. */
export function noSponsor(draftId: string): SponsorRecord {
	return { id: `sponsor-${draftId}`, name: "", note: "", links: [] };
}

function withParts({ id, sponsors }: DraftRecord, parts: Partial<SponsorParts>): SponsorRecord[] {
	const [first = noSponsor(id), ...others] = sponsors;
	const sponsor = { ...first, ...parts };
	const isEmpty = sponsor.name === "" && sponsor.note === "" && sponsor.links.length === 0;
	return isEmpty ? others : [sponsor, ...others];
}
