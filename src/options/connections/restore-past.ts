import { issueLabel } from "../../core/archive/issue-label.ts";
import { type DraftState, restoreDraftState } from "../../data/drafts/restore-draft-state.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";

/**
 * Restores an earlier state of a draft as one step of Undo, and reports what was changed. A failure is
 * reported like that of any other change.
 *
 * @param when the time of that state, in words
 */
export async function restorePast(
	desk: Pick<Desk, "fields" | "saving" | "stored" | "showNotice">,
	state: DraftState,
	when: string,
): Promise<void> {
	// The last typed text is saved first, so that Undo restores it.
	await desk.fields.flush();
	const saved = await desk.saving.run(async () => {
		const restored = await restoreDraftState(state);
		await desk.stored.refresh();
		return restored;
	});
	if (!saved) return;
	desk.fields.forget();
	const { changed, deleted, published } = saved.done;
	const label = issueLabel(state.draft);
	if (published > 0) {
		desk.showNotice(sentence("historyRestoredPartly", label, when, changed, deleted, published));
	} else if (changed + deleted > 0) {
		desk.showNotice(sentence("historyRestored", label, when, changed, deleted));
	} else desk.showNotice(sentence("historyNothingRestored", label, when));
}
