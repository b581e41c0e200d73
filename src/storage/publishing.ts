import { putArchived } from "./archive-changes.ts";
import { change } from "./change.ts";
import { currentDraftFrom, openDraftsIn } from "./draft-list.ts";
import { nextDraft } from "./drafts.ts";
import type { ArchivedIssue, DraftRecord } from "./records.ts";
import { settingIn } from "./settings.ts";
import { bindSponsors, carrySponsors } from "./sponsors.ts";

/** The archive has an issue with this number; two would not be told apart. */
export class NumberTaken extends Error {
	override readonly name = "NumberTaken";
	constructor(readonly number: number) {
		super(`Issue ${number} is in the archive already.`);
	}
}

/**
 * Puts the exported issue into the archive as it was and goes on to the next draft: the open one
 * with the lowest number, or else a new one, one number on, a week later, with the footer carried
 * over, and the sponsors too where nobody has booked it. All of it happens, or none.
 * Rejects with `NumberTaken` when the archive has an issue with that number.
 */
export function publishDraft(
	id: string,
	exported: Pick<ArchivedIssue, "fileName" | "text" | "issue" | "style">,
): Promise<DraftRecord> {
	return change("publish", null, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		if (draft.publishedTime !== 0) throw new Error(`Draft ${id} is already published.`);
		if (draft.sample) throw new Error("The sample is not published.");
		const { number } = exported.issue;
		if (await edit.stores.objectStore("archive").index("number").getKey(number)) {
			throw new NumberTaken(number);
		}
		const archived: ArchivedIssue = { ...exported, id, number, archivedAt: Date.now() };
		await putArchived(edit, archived);
		await edit.put("drafts", { ...draft, publishedTime: archived.archivedAt });
		const ran = await bindSponsors(edit, draft);
		const open = await openDraftsIn(edit);
		const current = await settingIn(edit, "currentDraft");
		const waiting = open.find((other) => other.id === current) ?? open[0];
		if (waiting) return currentDraftFrom(edit, waiting);
		const next = await nextDraft(edit, archived.issue, draft.footer);
		await edit.put("drafts", next);
		await carrySponsors(edit, ran, next);
		return currentDraftFrom(edit, next);
	});
}
