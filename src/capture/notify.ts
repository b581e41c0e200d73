import { logError } from "../core/errors/log-error.ts";
import { repeatIn } from "../data/archive/repeats.ts";
import type { ItemRecord } from "../data/db/records.ts";
import { DraftClosed } from "../data/drafts/draft-closed.ts";
import { currentDraft } from "../data/drafts/drafts.ts";
import { deleteItems } from "../data/items/item-moves.ts";
import { itemById } from "../data/items/items.ts";
import { trainSuggestion } from "../data/suggestion/training.ts";
import { showMark, showTick } from "../extension/badge.ts";
import { translate } from "../extension/strings.ts";
import { showToast, type Toast } from "../extension/toast.ts";
import { type Clipped, OUTCOMES } from "./clip.ts";
import { showCurrentCount } from "./count.ts";
import type { CaptureFailure } from "./failures.ts";
import { redirectNotice } from "./original.ts";
import { repeatSentence } from "./repeat-sentence.ts";

/**
 * Shows the result of a clip that was made without the popup: as a toast in the page, and on the badge.
 * Then learns from a new item, even if the result could not be shown.
 *
 * @param found the address that was clipped, before it was tidied
 *
 * @param unread whether the page may have a selection that could not be read
 */
export async function notify(
	tabId: number | null,
	result: Clipped | CaptureFailure,
	found = "",
	unread = false,
): Promise<void> {
	const toast = await toastFor(result, found, unread);
	if (tabId !== null) {
		await show(tabId, toast, result.outcome === "failed", unread).catch(logError);
	}
	if (tabId === null && result.outcome === "failed") logError(toast.sentence);
	if (result.outcome === "added") await trainSuggestion([result.item.id]);
}

async function show(tabId: number, toast: Toast, failed: boolean, unread: boolean): Promise<void> {
	const shown = showToast(tabId, toast);
	if (unread && !(await shown)) {
		// A page that cannot be read cannot show a toast either, so the button shows the result.
		await showCurrentCount();
		await showMark(tabId, `${toast.sentence}. ${toast.warning ?? ""}`.trim());
	} else if (failed) {
		await Promise.all([shown, showMark(tabId, toast.sentence)]);
	} else {
		await showCurrentCount();
		await Promise.all([shown, showTick(tabId)]);
	}
}

/**
 * Deletes the item whose toast had the Undo button that was pressed, unless it is already deleted. Resolves
 * to the sentence for the toast.
 */
export async function undoClip(itemId: string): Promise<string> {
	try {
		// A toast without an answer asks again. That must not make a second change.
		if ((await itemById(itemId))?.deletedAt === null) await deleteItems([itemId]);
	} catch (error) {
		logError(error);
		return translate(error instanceof DraftClosed ? "toastDraftClosed" : "toastNotTakenBack");
	}
	// The item has been deleted, so a failure to update the badge or to learn from it is ignored.
	await showCurrentCount().catch(logError);
	trainSuggestion([itemId]).catch(logError);
	return translate("toastTakenBack");
}

async function toastFor(
	result: Clipped | CaptureFailure,
	found: string,
	unread: boolean,
): Promise<Toast> {
	if (result.outcome === "failed") {
		return { sentence: translate(result.sentence), warning: null, undo: null };
	}
	const { outcome, heading, item } = result;
	const sentence = translate(OUTCOMES[outcome], heading);
	if (outcome !== "added" && outcome !== "elsewhere")
		return { sentence, warning: null, undo: null };
	const [redirect, warning] = await Promise.all([
		redirectNotice(found, item.id).catch(logError),
		unread ? translate("toastSelectionUnreadable") : warningFor(item),
	]);
	return {
		sentence,
		warning: [redirect?.sentence, warning].filter(Boolean).join(". ") || null,
		undo: {
			label: translate("toastUndo"),
			item: item.id,
			unreachable: translate("toastUnreachable"),
		},
		...(redirect && { original: redirect.original }),
	};
}

/**
 * Where the page of the item ran before. The clip is already saved, so a failure to find out is ignored.
 */
async function warningFor({ links: [link] }: ItemRecord): Promise<string | null> {
	try {
		const repeat = link ? await repeatIn(await currentDraft(), link.url) : null;
		return repeat && repeatSentence(repeat);
	} catch (error) {
		console.error("Galley: earlier issues were not looked through.", error);
		return null;
	}
}
