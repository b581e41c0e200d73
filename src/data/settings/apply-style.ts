import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { change, type Edit } from "../db/change.ts";
import { stamped } from "../db/stamped.ts";
import { openDraftsIn } from "../drafts/draft-list.ts";
import { nextDraft, precedingIn } from "../drafts/drafts.ts";

/**
 * Replaces the whole house style, for example by one learned from past issues. If the style uses numbers or
 * dates, drafts without them get them; if it does not, drafts lose them. One step of Undo.
 */
export function applyStyle(style: HouseStyle): Promise<void> {
	return change("takeStyle", null, (edit) => applyStyleIn(edit, style));
}

/** Does the same inside a change. */
export async function applyStyleIn(edit: Edit, style: HouseStyle): Promise<void> {
	await edit.put("settings", { key: "style", value: style });
	for (const draft of await openDraftsIn(edit)) {
		const next = await nextDraft(edit, await precedingIn(edit), "");
		const number = style.numbered ? (draft.number ?? next.number) : null;
		const issueDate = style.dated ? (draft.issueDate ?? next.issueDate) : null;
		if (number === draft.number && issueDate === draft.issueDate) continue;
		const fields = { number, issueDate };
		await edit.put("drafts", { ...draft, ...fields, changed: stamped(draft.changed, fields) });
	}
}
