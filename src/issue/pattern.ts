import type { Issue } from "./issue.ts";

/** A pattern with its `{number}`, `{date:…}` and `{published:…}` filled in. (Being built.) */
export function fillPattern(pattern: string, issue: Issue): string {
	return pattern.replace("{number}", String(issue.number));
}
