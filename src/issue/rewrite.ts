import type { Issue } from "./issue.ts";
import type { Reading } from "./read.ts";
import { settle } from "./settle.ts";
import type { HouseStyle } from "./style.ts";
import { write } from "./write.ts";

/**
 * An issue that was read from a file, as markdown: the file's own text, to the last byte, while
 * the issue says what the file said; written anew once it does not.
 */
export function rewrite(
	{ issue: read, source }: Pick<Reading, "issue" | "source">,
	issue: Issue,
	style: HouseStyle,
): string {
	return JSON.stringify(settle(issue)) === JSON.stringify(read) ? source : write(issue, style);
}
