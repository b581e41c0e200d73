import { showMark, showTick } from "../browser/badge.ts";
import { say } from "../browser/strings.ts";
import { showToast, type Toast } from "../browser/toast.ts";
import { deleteItem } from "../storage/items.ts";
import { type Clipped, OUTCOMES } from "./clip.ts";
import { showCurrentCount } from "./count.ts";
import type { Failure } from "./failures.ts";

/** Says what became of a clip that had no popup: by a toast in the page, and on the badge. */
export async function answer(tabId: number | null, result: Clipped | Failure): Promise<void> {
	const toast = toastFor(result);
	if (tabId === null) {
		if (result.outcome === "failed") console.error("Galley:", toast.sentence);
		return;
	}
	const shown = showToast(tabId, toast);
	if (result.outcome === "failed") {
		await Promise.all([shown, showMark(tabId, toast.sentence)]);
	} else {
		await showCurrentCount();
		await Promise.all([shown, showTick(tabId)]);
	}
}

/** Takes back the item of a toast's Undo, and no other. Resolves to the sentence for the toast. */
export async function takeBack(itemId: string): Promise<string> {
	try {
		await deleteItem(itemId);
	} catch (error) {
		console.error("Galley:", error);
		return say("toastNotTakenBack");
	}
	await showCurrentCount();
	return say("toastTakenBack");
}

function toastFor(result: Clipped | Failure): Toast {
	if (result.outcome === "failed") return { sentence: say(result.sentence), undo: null };
	const { outcome, heading, item } = result;
	return {
		sentence: say(OUTCOMES[outcome], heading),
		undo:
			outcome === "added"
				? { label: say("toastUndo"), item: item.id, unreachable: say("toastUnreachable") }
				: null,
	};
}
