import type { Issue } from "./issue.ts";
import type { HouseStyle } from "./style.ts";

/** The issue as markdown in the house style. (The writer is being built.) */
export function write(issue: Issue, style: HouseStyle): string {
	return `${issue.number} ${style.fileName}`;
}
