import { undoableIn } from "../../data/db/change.ts";
import { readTransaction } from "../../data/db/read-transaction.ts";
import { SHELF } from "../../data/db/records.ts";
import { openDraftsFrom } from "../../data/drafts/draft-list.ts";
import { currentDraftFrom, openDraft } from "../../data/drafts/drafts.ts";
import { itemsFrom } from "../../data/items/items.ts";
import { chosenSettingsFrom } from "../../data/settings/settings.ts";
import { sponsorsFrom } from "../../data/sponsors/sponsors-of-draft.ts";

/** Everything that the desk shows, as it is stored now. */
export type DeskData = Awaited<ReturnType<typeof readDesk>>;

/**
 * Reads what the desk shows, in one transaction: one draft with its content, the items on the shelf and
 * in the other open drafts, and the changes that can be undone. Creates the first draft if there is none.
 *
 * @param asked the id of the requested draft; the current draft is read if this is null or if that draft
 *   is no longer open
 */
export async function readDesk(asked: string | null) {
	return (await readOpenDesk(asked)) ?? readFirstDesk(asked);
}

async function readFirstDesk(asked: string | null) {
	await openDraft();
	const first = await readOpenDesk(asked);
	if (!first) throw new Error("The draft was closed while it was being read.");
	return first;
}

/** Null if there is no current draft. */
async function readOpenDesk(asked: string | null) {
	const reading = await readTransaction(["drafts", "items", "sponsors", "settings", "history"]);
	const current = await currentDraftFrom(reading);
	if (!current) return null;
	const drafts = await openDraftsFrom(reading);
	const draft = drafts.find(({ id }) => id === asked) ?? current;
	const others = drafts.filter(({ id }) => id !== draft.id);
	const [items, shelf, sponsors, settings, steps, elsewhere] = await Promise.all([
		itemsFrom(reading, draft.id),
		itemsFrom(reading, SHELF),
		sponsorsFrom(reading, draft),
		chosenSettingsFrom(reading),
		undoableIn(reading),
		Promise.all(
			others.map(async ({ id }) => ({ draftId: id, items: await itemsFrom(reading, id) })),
		),
	]);
	const { style, exemptions, preflightOff, interval, setUp } = settings;
	return {
		draft,
		drafts,
		current: current.id,
		items,
		shelf,
		sponsors,
		style,
		exemptions,
		preflightOff,
		interval,
		setUp,
		steps,
		elsewhere,
	};
}
