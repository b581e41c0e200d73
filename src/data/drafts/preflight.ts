import { change } from "../db/change.ts";
import { stamped } from "../db/stamped.ts";
import { settingIn } from "../settings/settings.ts";
import { draftIn } from "./draft-list.ts";
import { refuseClosed } from "./drafts.ts";

/*
 * The editor's decisions about findings and checks of preflight. Each one is applied to the stored state,
 * so that decisions made in two pages at once are both kept. Each one can be undone.
 */

/**
 * Dismisses a finding of a draft by its key, or shows it again. Rejects when there is no such draft, and
 * with `DraftClosed` when it is no longer open.
 */
export function dismissFinding(draftId: string, key: string, dismissed: boolean): Promise<void> {
	return change("waveThrough", null, async (edit) => {
		const draft = await draftIn(edit, draftId);
		await refuseClosed(edit, draftId);
		if (draft.waved.includes(key) === dismissed) return;
		const others = draft.waved.filter((other) => other !== key);
		const fields = { waved: dismissed ? [...others, key] : others };
		const changed = stamped(draft.changed, fields);
		await edit.put("drafts", { ...draft, ...fields, changed });
	});
}

/** Switches a check on or off by its id. */
export function switchCheck(id: string, on: boolean): Promise<void> {
	return change("switchCheck", null, async (edit) => {
		const off = (await settingIn(edit, "preflightOff")) ?? [];
		if (off.includes(id) !== on) return;
		const others = off.filter((other) => other !== id);
		await edit.put("settings", { key: "preflightOff", value: on ? others : [...others, id] });
	});
}
