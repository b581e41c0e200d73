import type { HouseStyle } from "../house-style/house-style.ts";
import { formatIssue } from "../issue/format-issue.ts";
import type { Issue } from "../issue/issue.ts";
import { parseIssue } from "../issue/parse-issue.ts";

/** An archived issue: its original text, and the issue parsed from it. */
interface StoredIssue {
	name: string;
	text: string;
	issue: Issue;
	style: HouseStyle;
}

/**
 * The markdown of an archived issue. It is the original text, byte for byte, as long as the issue has
 * not been edited.
 */
export function rewriteIssue({ name, text, issue, style }: StoredIssue): string {
	const unchanged = JSON.stringify(parseIssue(text, style, name)) === JSON.stringify(issue);
	return unchanged ? text : formatIssue(issue, style);
}
