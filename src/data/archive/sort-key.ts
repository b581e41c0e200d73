import type { ArchivedIssue } from "../db/records.ts";

/** An archived issue with the key that the archive is ordered by, worked out from what it has. */
export function withSortKey(issue: Omit<ArchivedIssue, "sortKey">): ArchivedIssue {
	const { issueDate, number, path } = issue;
	return { ...issue, sortKey: [issueDate ?? "", number ?? 0, path] };
}
