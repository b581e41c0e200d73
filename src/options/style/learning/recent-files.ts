import { MAX_LEARNED } from "../../../core/learning/learn-style.ts";
import type { IssueFile } from "../../../core/learning/past-issue.ts";
import { publishedFrom } from "../../../data/archive/archive.ts";

/** The latest issues of the archive, as many as are used for learning a style, the earliest first. */
export async function recentFiles(): Promise<IssueFile[]> {
	const issues = await publishedFrom(0, MAX_LEARNED);
	return issues.reverse().map(({ path, text }) => ({ name: path, text }));
}
