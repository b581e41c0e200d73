import { mentionsOf } from "../../core/links/mentions.ts";
import type { ArchivedIssue, MentionRecord } from "../db/records.ts";

/** The mentions of an archived issue as records. */
export function mentionRecordsOf({
	id,
	number,
	issueDate,
	path,
	issue,
}: ArchivedIssue): MentionRecord[] {
	return mentionsOf(issue).map((mention, at) => ({
		...mention,
		id: `${id}#${at}`,
		issueId: id,
		number,
		issueDate,
		path,
	}));
}
