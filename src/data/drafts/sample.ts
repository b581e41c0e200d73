import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { shownSections } from "../../core/house-style/shown-sections.ts";
import { SAMPLE_ISSUE } from "../../core/sample/sample.ts";
import { change } from "../db/change.ts";
import { placeAfter } from "../db/places.ts";
import { type DraftRecord, type ItemRecord, SAMPLE, type SponsorRecord } from "../db/records.ts";
import { keysOf } from "../links/link-keys.ts";
import { houseStyleIn } from "../settings/settings.ts";
import { emptySponsor } from "../sponsors/sponsors.ts";
import { currentDraftIn, isOpen, nextDraft, precedingIn } from "./drafts.ts";
import { removeSampleIn } from "./sample-removal.ts";

/** All records of the sample. */
interface SampleRecords {
	draft: DraftRecord;
	sponsors: SponsorRecord[];
	items: ItemRecord[];
}

/**
 * Loads the sample as a separate draft with the id `SAMPLE`. The current draft does not change. If the
 * sample is already loaded, nothing happens. Can be undone.
 */
export function loadSample(): Promise<void> {
	return change("loadSample", null, async (edit) => {
		const there = await edit.stores.objectStore("drafts").get(SAMPLE);
		if (there && isOpen(there)) return;
		await currentDraftIn(edit);
		const next = await nextDraft(edit, await precedingIn(edit), "");
		const { draft, sponsors, items } = sampleRecords(next, await houseStyleIn(edit));
		await edit.put("drafts", draft);
		for (const sponsor of sponsors) await edit.put("sponsors", sponsor);
		for (const item of items) await edit.put("items", item);
	});
}

/** Removes the sample and everything in it. Can be undone. */
export function removeSample(): Promise<void> {
	return change("removeSample", null, removeSampleIn);
}

/**
 * The records of the sample, not stored yet, in the sections of a house style. Items for a section that the
 * style does not have go into its first section.
 *
 * @param next the draft whose number and dates the sample gets
 */
export function sampleRecords(next: DraftRecord, style: HouseStyle): SampleRecords {
	const { intro, footer, sponsor, sections } = SAMPLE_ISSUE;
	const shown = shownSections(style);
	const { createdAt } = next;
	let place: string | null = null;
	const items = sections.flatMap((those, nth) =>
		those.map(({ note, links }): ItemRecord => {
			place = placeAfter(place);
			return {
				// A new id each time: an item that was moved to a real draft must survive when the sample
				// is loaded again.
				id: crypto.randomUUID(),
				draftId: SAMPLE,
				section: (shown[nth] ?? shown[0])?.id ?? "",
				place,
				title: links[0]?.title ?? "",
				note,
				slots: {},
				asWritten: "",
				links: [...links],
				keys: keysOf(links),
				createdAt,
				deletedAt: null,
				changed: {},
			};
		}),
	);
	return {
		draft: { ...next, id: SAMPLE, sample: true, intro, footer },
		sponsors: [
			{
				...emptySponsor(SAMPLE),
				...sponsor,
				id: crypto.randomUUID(),
				links: [...sponsor.links],
				createdAt,
			},
		],
		items,
	};
}
