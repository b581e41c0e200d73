import type { StringKey } from "../extension/strings.ts";
import type { Issue } from "../issue/issue.ts";
import type { HouseStyle } from "../issue/style.ts";

/** A sentence that has a form, `…Open`, for what preflight has found. */
type SentenceWithFindings = {
	[K in StringKey]: `${K}Open_other` extends StringKey ? K : never;
}[StringKey];

/** A format that an issue is exported in: what its text is, and the file it goes into. */
export interface ExportTarget {
	id: string;
	/** The type of the file, as `text/markdown`. */
	mime: string;
	/** What its buttons are called. */
	labels: { copy: StringKey; download: StringKey };
	/** What is said when it has been copied. */
	copied: SentenceWithFindings;
	fileName(issue: Issue, style: HouseStyle): string;
	render(issue: Issue, style: HouseStyle): string;
}
