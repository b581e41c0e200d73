import { currentDraft } from "../data/drafts/drafts.ts";
import { itemsOf } from "../data/items/items.ts";
import { showCount } from "../extension/badge.ts";

/**
 * Shows the number of items in the current draft on the toolbar button. Called by the page that makes a
 * change, because the background worker may be stopped, and a broadcast does not start it.
 */
export async function showCurrentCount(): Promise<void> {
	const draft = await currentDraft();
	await showCount(draft ? (await itemsOf(draft.id)).length : 0);
}
