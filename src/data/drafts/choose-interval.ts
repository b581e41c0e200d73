import type { Interval } from "../../core/calendar/interval.ts";
import { change, type Edit } from "../db/change.ts";
import { currentDraftIn, withNextNumberAndDates } from "./drafts.ts";

/**
 * Sets the interval between issues; null derives it from the archive. The dates of the current draft are
 * updated, except those that were set by hand. One step of Undo.
 */
export function chooseInterval(interval: Interval | null): Promise<void> {
	return change("setInterval", null, (edit) => chooseIntervalIn(edit, interval));
}

/** Does the same inside a change. */
export async function chooseIntervalIn(edit: Edit, interval: Interval | null): Promise<void> {
	await edit.put("settings", { key: "interval", value: interval });
	await edit.put("drafts", await withNextNumberAndDates(edit, await currentDraftIn(edit)));
}
