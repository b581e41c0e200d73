import type { Interval } from "../../core/calendar/interval.ts";
import { change, type Edit } from "../db/change.ts";
import { countedOn, currentDraftIn } from "./drafts.ts";

/**
 * Sets how far apart issues are; null to learn it from the archive. The current draft gets the dates
 * that follow, as far as nobody has set them by hand. One step of Undo.
 */
export function chooseInterval(interval: Interval | null): Promise<void> {
	return change("setInterval", null, (edit) => chooseIntervalIn(edit, interval));
}

/** The same inside a change. */
export async function chooseIntervalIn(edit: Edit, interval: Interval | null): Promise<void> {
	await edit.put("settings", { key: "interval", value: interval });
	await edit.put("drafts", await countedOn(edit, await currentDraftIn(edit)));
}
