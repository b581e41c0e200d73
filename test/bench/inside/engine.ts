/**
 * The markdown engine as it is measured: one place to point at another. The baseline is the
 * CommonMark parser alone on the same text.
 */
import { parser } from "@lezer/markdown";
import { statedByName } from "../../../src/issue/file-name.ts";
import type { Issue } from "../../../src/issue/issue.ts";
import { read } from "../../../src/issue/read.ts";
import { DEFAULT_STYLE, type HouseStyle } from "../../../src/issue/style.ts";
import { write } from "../../../src/issue/write.ts";

export interface Parsed {
	issue: Issue;
	style: HouseStyle;
}

export function parseIssue(name: string, text: string): Parsed {
	return read(text, DEFAULT_STYLE, statedByName(name));
}

export function formatIssue({ issue, style }: Parsed): string {
	return write(issue, style);
}

/** Learns a style from past issues. */
export function learnFrom(files: readonly { name: string; text: string }[]): HouseStyle {
	return files.reduce(
		(known, { name, text }) => read(text, known, statedByName(name)).style,
		DEFAULT_STYLE,
	);
}

/** The CommonMark parser alone. */
export function parseCommonMark(text: string): number {
	return parser.parse(text).length;
}
