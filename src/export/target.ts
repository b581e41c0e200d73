import type { HouseStyle } from "../core/house-style/house-style.ts";
import type { Issue } from "../core/issue/issue.ts";
import type { StringKey } from "../extension/strings.ts";

/** A sentence that follows a count: `…_one`, `…_other`. */
type CountedKey = StringKey extends infer K
	? K extends `${infer Stem}_other`
		? Stem
		: never
	: never;

/** What is said when an issue has gone out: with nothing open in preflight, and with something. */
export interface DoneSentences {
	clear: StringKey;
	found: CountedKey;
}

/** A format that an issue is exported in: what its text is, and the file it goes into. */
export interface ExportTarget {
	id: string;
	/** The type of the file, as `text/markdown`. */
	mime: string;
	/** What its buttons are called. */
	labels: { copy: StringKey; download: StringKey };
	/** What is said when it has been copied. */
	copied: DoneSentences;
	fileName(issue: Issue, style: HouseStyle): string;
	render(issue: Issue, style: HouseStyle): string;
}
