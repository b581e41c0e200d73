import { currentDraft } from "../data/drafts/drafts.ts";
import { itemsOf } from "../data/items/items.ts";
import { countUnshared } from "../data/sharing/unshared.ts";
import { showCount } from "../extension/badge.ts";

/**
 * Shows the number of items in the current draft on the toolbar button. Called by the page that makes a
 * change, because the background worker may be stopped, and a broadcast does not start it.
 */
export async function showCurrentCount(): Promise<void> {
	const draft = await currentDraft();
	await showItemCount(draft ? (await itemsOf(draft.id)).length : 0);
}

/** Shows a number of items that is already known, and whether changes wait to be shared. */
export async function showItemCount(count: number): Promise<void> {
	await showCount(count, await countUnshared());
}
