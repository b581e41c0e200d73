import type { Edit } from "../db/change.ts";
import type { ArchivedIssue } from "../db/records.ts";
import { keepMentions } from "./mentions.ts";

/**
 * Archived issues inside a change, each with its mentions: the one way to write them that can be
 * undone. Apart from the change itself, which the popup makes too and which must weigh little.
 */

/** Writes an issue into the archive, with its mentions. */
export async function putArchived(edit: Edit, issue: ArchivedIssue): Promise<void> {
	await edit.put("archive", issue);
	await keepMentions(edit.stores, issue.id, issue);
}

/** Takes an issue out of the archive, with its mentions. */
export async function removeArchived(edit: Edit, id: string): Promise<void> {
	await edit.remove("archive", id);
	await keepMentions(edit.stores, id, null);
}
