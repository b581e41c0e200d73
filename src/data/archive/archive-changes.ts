import type { Edit } from "../db/change.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { keepMentions } from "./mentions.ts";

/**
 * Functions that write archived issues together with their mentions inside a change, so that they can be
 * undone. They are separate from `change.ts` because the popup loads that file and has to stay small.
 */

/** Writes an issue and its mentions into the archive. */
export async function putArchived(edit: Edit, issue: ArchivedIssue): Promise<void> {
	await edit.put("archive", issue);
	await keepMentions(edit.stores, issue.id, issue);
}

/** Removes an issue and its mentions from the archive. */
export async function removeArchived(edit: Edit, id: string): Promise<void> {
	await edit.remove("archive", id);
	await keepMentions(edit.stores, id, null);
}
