import { undoable } from "../../data/db/change.ts";
import { SHELF } from "../../data/db/records.ts";
import { openDrafts } from "../../data/drafts/draft-list.ts";
import { openDraft } from "../../data/drafts/drafts.ts";
import { itemsOf } from "../../data/items/items.ts";
import { houseStyle } from "../../data/settings/settings.ts";
import { sponsorsOf } from "../../data/sponsors/sponsors-of-draft.ts";

/** All that the desk shows, as it is on disk now. */
export type Reading = Awaited<ReturnType<typeof readDesk>>;

/**
 * Reads what the desk shows: one draft with all that is in it, what waits on the shelf and in the
 * other open drafts, and what can be undone.
 *
 * @param asked the draft that is asked for, by its id; the current one is read in place of none,
 *   and of one that is no longer open
 */
export async function readDesk(asked: string | null) {
	const current = await openDraft();
	const drafts = await openDrafts();
	const draft = drafts.find(({ id }) => id === asked) ?? current;
	const others = drafts.filter(({ id }) => id !== draft.id);
	const [items, shelf, sponsors, style, steps, elsewhere] = await Promise.all([
		itemsOf(draft.id),
		itemsOf(SHELF),
		sponsorsOf(draft),
		houseStyle(),
		undoable(),
		Promise.all(others.map(async ({ id }) => ({ draftId: id, items: await itemsOf(id) }))),
	]);
	return { draft, drafts, current: current.id, items, shelf, sponsors, style, steps, elsewhere };
}
