import { isBlank } from "../core/markdown/lines.ts";
import type { FrontMatter } from "./front-matter.ts";
import { learnPattern, matchPattern, type Stated } from "./pattern.ts";
import type { HouseStyle } from "./style.ts";

/** The title line above the intro, if there is one, as `## Issue 110 - 10th February`. */
export interface TitleLine {
	/** Its pattern; empty when there is none. */
	pattern: string;
	stated: Partial<Stated>;
	/** Index of the first line after it. */
	end: number;
}

/** Reads the title line, if the first line after the front matter is one. */
export function readTitleLine(
	file: readonly string[],
	{ end: start, stated, asKnown }: FrontMatter,
	known: HouseStyle,
): TitleLine {
	const at = file.findIndex((line, index) => index >= start && !isBlank(line));
	const line = file[at] ?? "";
	if (known.titleLine !== "") {
		const matched = matchPattern(known.titleLine, line, stated);
		if (matched) return { pattern: known.titleLine, stated: matched, end: at + 1 };
	}
	// A file in the known hand has the known title line or none: a `#` is then a heading.
	if (!asKnown && /^#{1,6}[ \t]/.test(line)) {
		const learned = learnPattern(line, stated);
		if (learned.stated.number !== undefined) return { ...learned, end: at + 1 };
	}
	return { pattern: "", stated: {}, end: start };
}
