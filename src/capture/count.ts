import { currentDraft } from "../data/drafts/drafts.ts";
import { itemsOf } from "../data/items/items.ts";
import { showCount } from "../extension/badge.ts";

/**
 * Puts the number of items in the current draft on the toolbar button. For whichever page makes
 * a change: the worker that listens for changes may be asleep, and a notice does not wake it.
 */
export async function showCurrentCount(): Promise<void> {
	const draft = await currentDraft();
	await showCount(draft ? (await itemsOf(draft.id)).length : 0);
}
