import { sameJson } from "../../core/json/same-json.ts";
import type { BackupRecords } from "../backup/backup-file.ts";
import { byPlace, placeAfter } from "../db/places.ts";
import {
	type DraftRecord,
	type ItemRecord,
	SHELF,
	type SponsorRecord,
	type Time,
} from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { isOpen } from "../drafts/drafts.ts";
import { isWritten, itemsInOrder } from "../items/items.ts";
import { hasContent } from "../sponsors/sponsors.ts";
import { currentDraftOf, mergedById, takesClips } from "./backup-current.ts";
import { unpublishedTexts } from "./unpublished-texts.ts";

/**
 * Moves records that a merge would hide: those that were added in one browser to a draft that had been
 * published or deleted in the other. Such a draft is no longer shown, and the records were not part of the
 * issue. Items go to the end of their sections in the current draft, or to the shelf if there is none.
 * Sponsors are kept for later. Words of an intro or footer become items on the shelf.
 *
 * @param written the records that the merge writes, with the setting for the current draft
 *
 * @param now the time of the move
 */
export function moveStrayRecords(
	written: BackupRecords,
	here: BackupRecords,
	backup: BackupRecords,
	now: Time,
): BackupRecords {
	const drafts = mergedById(here.drafts, written.drafts);
	const texts = new Set([...here.archive, ...written.archive].map(({ text }) => text));
	const closings = [here, backup].map((side) => closing(side, texts));
	const items = mergedById(here.items, written.items);
	const sponsors = mergedById(here.sponsors, written.sponsors);

	/** Whether a record is in a closed draft, but was not in it when that draft was closed. */
	function isStray(record: ItemRecord | SponsorRecord): boolean {
		const { draftId, deletedAt } = record;
		const draft = drafts.get(draftId ?? "");
		if (!draft || isOpen(draft) || deletedAt !== null) return false;
		return !closings.some((holds) => holds(record));
	}

	const current = currentDraftOf({
		...here,
		drafts: [...drafts.values()],
		settings: [...written.settings, ...here.settings],
	});
	const target = current && takesClips(current) ? current.id : SHELF;
	const lastPlaces = lastPlacesOf([...items.values()].filter(({ draftId }) => draftId === target));
	const moved = [...items.values()]
		.filter((item) => isWritten(item) && isStray(item))
		.sort(byPlace)
		.map((item): ItemRecord => {
			const { section } = item;
			const place = placeAfter(lastPlaces.get(section) ?? null);
			lastPlaces.set(section, place);
			const parts = { draftId: target, section, place };
			return { ...item, ...parts, changed: stamped(item.changed, parts, now) };
		});
	const unpublished = unpublishedTexts(here, backup, [...drafts.values()], now).filter(
		({ id }) => !items.has(id),
	);
	const kept = [...sponsors.values()]
		.filter((sponsor) => sponsor.carriedFrom === null && hasContent(sponsor) && isStray(sponsor))
		.map((sponsor): SponsorRecord => {
			const parts = { number: null, issueDate: null };
			const changed = stamped(sponsor.changed, parts, now);
			return { ...sponsor, ...parts, draftId: SHELF, changed };
		});
	return {
		...written,
		items: [...mergedById(written.items, [...moved, ...unpublished]).values()],
		sponsors: [...mergedById(written.sponsors, kept).values()],
	};
}

/** The place of the last item, by section. */
function lastPlacesOf(items: readonly ItemRecord[]): Map<string, string> {
	return new Map(itemsInOrder(items).map(({ section, place }) => [section, place]));
}

/**
 * Returns a function that tells whether a record was in a draft that one browser had closed. For items, the
 * words must also be equal, because words that were changed later have not been published. If both browsers have
 * published the same issue, the archive keeps only the one from here, so nothing counts as published in the
 * other browser.
 *
 * @param texts the texts of the archived issues after merging
 */
function closing({ drafts, items, sponsors, archive }: BackupRecords, texts: ReadonlySet<string>) {
	const lost = new Set(archive.filter(({ text }) => !texts.has(text)).map(({ id }) => id));
	const isClosed = (draft: DraftRecord) => !isOpen(draft) && !lost.has(draft.id);
	const closed = new Set(drafts.filter(isClosed).map(({ id }) => id));
	const heldItems = mergedById(items, []);
	const heldSponsors = mergedById(sponsors, []);
	return (record: ItemRecord | SponsorRecord): boolean => {
		const { id, draftId } = record;
		const isItem = "section" in record;
		const then = isItem ? heldItems.get(id) : heldSponsors.get(id);
		if (!then || draftId === null || !closed.has(draftId)) return false;
		if (then.draftId !== draftId || then.deletedAt !== null) return false;
		return !isItem || sameWords(record, then);
	};
}

function sameWords(one: Words, other: Words): boolean {
	return one.note === other.note && sameJson(one.links, other.links);
}

type Words = Pick<ItemRecord, "note" | "links">;
