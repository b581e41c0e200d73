import type { HouseStyle } from "../../issue/style.ts";
import { change } from "../db/change.ts";
import { stamped } from "../db/stamped.ts";

/**
 * Takes a whole house style, as one learned from an issue; with it the footer of that issue for a
 * draft that has none. One step of Undo.
 */
export function takeStyle(
	style: HouseStyle,
	into: { draftId: string; footer: string } | null,
): Promise<void> {
	return change("editStyle", null, async (edit) => {
		await edit.put("settings", { key: "style", value: style });
		const draft = into && (await edit.stores.objectStore("drafts").get(into.draftId));
		if (!into || !draft || draft.footer !== "") return;
		const { footer } = into;
		await edit.put("drafts", { ...draft, footer, changed: stamped(draft.changed, { footer }) });
	});
}
