import type { HouseStyle } from "../house-style/house-style.ts";
import { formatIssue } from "../issue/format-issue.ts";
import type { Issue } from "../issue/issue.ts";
import { parseIssue } from "../issue/parse-issue.ts";

/** A published issue as it is kept: its text, and what it was read as. */
interface StoredIssue {
	name: string;
	text: string;
	issue: Issue;
	style: HouseStyle;
}

/** The markdown of a stored issue: its very bytes as long as nothing in it was changed. */
export function rewriteIssue({ name, text, issue, style }: StoredIssue): string {
	const unchanged = JSON.stringify(parseIssue(text, style, name)) === JSON.stringify(issue);
	return unchanged ? text : formatIssue(issue, style);
}
