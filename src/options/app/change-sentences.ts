import type { StringKey } from "../../extension/strings.ts";

/** The sentences that report a change that can be undone. The notice shows an Undo button beside them. */
const CHANGE_SENTENCES: ReadonlySet<StringKey> = new Set<StringKey>([
	"optionsAdded",
	"optionsMoved",
	"optionsMovedSeveral_other",
	"optionsDeleted",
	"optionsDeletedSeveral_other",
	"optionsShelved_other",
	"optionsSent_other",
	"optionsPutBackDraft",
	"optionsPutBackItems_other",
	"optionsDraftAdded",
	"optionsDraftDeleted",
	"optionsClipsGoTo",
	"optionsSearchPutInto",
	"optionsSectionAdded",
	"optionsSectionHidden",
	"optionsSectionRemoved",
	"optionsSponsorAdded",
	"optionsSponsorMoved",
	"optionsSponsorDeleted",
	"optionsSponsorKept",
	"optionsSponsorsBookedFor",
	"optionsSponsorsBookedForDay",
	"optionsSponsorsKeptNew",
	"optionsSampleLoaded",
	"optionsSampleRemoved",
	"optionsPublished",
	"optionsPublishedOpen_other",
	"optionsPublishedLate_other",
	"optionsPublishedNotDownloaded",
	"optionsRemovedFromArchive",
	"optionsPreflightFixed",
	"historyRestored",
	"historyRestoredPartly",
	"intervalSaved",
	"setUpSaved",
	"setUpEnded",
]);

/** Whether a sentence reports a change that can be undone. */
export function reportsChange(key: StringKey): boolean {
	return CHANGE_SENTENCES.has(key);
}
