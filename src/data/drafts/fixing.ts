import type { FindingPlace } from "../../core/preflight/finding.ts";
import { type Fix, fixedLinks, fixedText } from "../../core/preflight/fix.ts";
import { change } from "../db/change.ts";
import type { LinkRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { reviseItem } from "../items/items.ts";
import { reviseSponsor } from "../sponsors/sponsors.ts";
import { draftIn } from "./draft-list.ts";
import { refuseClosed } from "./drafts.ts";

/**
 * Applies the fix of a preflight finding to the stored text. Can be undone. Of sponsors, only addresses are
 * replaced.
 */
export async function applyFix(draftId: string, place: FindingPlace, fix: Fix): Promise<void> {
	if (place.at === "item") {
		await reviseItem(place.id, "editItem", (item) => fixedWords(item, fix));
	} else if (place.at === "sponsor" && fix.does === "useTarget") {
		await reviseSponsor(place.id, (sponsor) => fixedWords(sponsor, fix));
	} else if (place.at === "draft" && (place.field === "intro" || place.field === "footer")) {
		const { field } = place;
		await change("editDraft", null, async (edit) => {
			const draft = await draftIn(edit, draftId);
			await refuseClosed(edit, draftId);
			const fields = { [field]: fixedText(draft[field], fix) };
			await edit.put("drafts", { ...draft, ...fields, changed: stamped(draft.changed, fields) });
		});
	}
}

function fixedWords({ note, links }: { note: string; links: LinkRecord[] }, fix: Fix) {
	return { note: fixedText(note, fix), links: fixedLinks(links, fix) };
}
