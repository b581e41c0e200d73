import type { Issue } from "../issue/issue.ts";
import type { HouseStyle } from "../issue/style.ts";

/** One way out: what an issue becomes, and the file it goes into. */
export interface ExportTarget {
	id: string;
	/** The type of the file, as `text/markdown`. */
	mime: string;
	fileName(issue: Issue, style: HouseStyle): string;
	render(issue: Issue, style: HouseStyle): string;
}
