import type { ArchivedIssue } from "../db/records.ts";

/** Adds the key by which the archive is ordered to an archived issue. */
export function withSortKey(issue: Omit<ArchivedIssue, "sortKey">): ArchivedIssue {
	const { issueDate, number, path } = issue;
	return { ...issue, sortKey: [issueDate ?? "", number ?? 0, path] };
}
