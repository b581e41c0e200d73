import type { HouseStyle } from "../core/house-style/house-style.ts";
import type { Issue } from "../core/issue/issue.ts";
import type { StringKey } from "../extension/strings.ts";

/** The stem of a message that depends on a count: `…_one`, `…_other`. */
type CountedKey = StringKey extends infer K
	? K extends `${infer Stem}_other`
		? Stem
		: never
	: never;

/** The messages after an export: without and with open findings in preflight. */
export interface DoneSentences {
	clear: StringKey;
	found: CountedKey;
}

/** A format in which an issue is exported: how the text is made, and which file it goes into. */
export interface ExportTarget {
	id: string;
	/** The type of the file, such as `text/markdown`. */
	mime: string;
	/** The labels of its buttons. */
	labels: { copy: StringKey; download: StringKey };
	/** The messages after copying. */
	copied: DoneSentences;
	/** The messages when the browser refuses the clipboard or the download, with another way to get the text. */
	refused: { copy: StringKey; download: StringKey };
	/** Whether the preview shows the text. It is then selected there if the browser refuses the clipboard. */
	isPreviewed: boolean;
	fileName(issue: Issue, style: HouseStyle): string;
	render(issue: Issue, style: HouseStyle): string;
}
