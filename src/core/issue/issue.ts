import type { FrontMatterKind, HeadingForm } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";

/**
 * One edition of a newsletter, as plain JSON. `parseIssue` makes it from markdown and `formatIssue`
 * writes it. Its parts are in one list, in the order of the text. A section consists of a heading and
 * what follows it, up to the next heading of the same or a higher level.
 *
 * Layout that the house style defines (blank lines, forms of headings, order of front matter) is stored
 * only where an issue differs from it, so that a published issue can be written exactly as it was.
 */
export interface Issue {
	/** Null if it has none. */
	number: number | null;
	/** The issue's date, as `2019-12-15`; null if it has none. */
	date: string | null;
	/** The time of publication, as `2019-12-22T13:40:01+00:00`; null if unknown. */
	publishedAt: string | null;
	/** The values of the style's fields, such as subject and slug. */
	fields: Record<string, string>;
	/** Present only if the front matter is not exactly what the style writes. */
	frontMatter?: IssueFrontMatter;
	parts: Part[];
	layout?: IssueLayout;
}

export interface IssueFrontMatter {
	kind: FrontMatterKind;
	/** All entries in order. */
	entries: FrontMatterEntry[];
}

export interface FrontMatterEntry {
	key: string;
	/** The original lines, including the key; null if the style writes the same. */
	text: string | null;
}

/** Blank lines that differ from the style's. */
export interface IssueLayout {
	afterFrontMatter?: number;
	atEnd?: number;
}

export type Part = TitlePart | HeadingPart | ItemPart | TextPart;

interface PartLayout {
	/** Number of blank lines above it; present only if it differs from the style's. */
	gap?: number;
}

/** The first heading of the issue, written from the style's `titleLine`. */
export interface TitlePart extends PartLayout {
	kind: "title";
	/** The text of this issue's heading, without heading marks. */
	text: string;
}

/** A section's heading. */
export interface HeadingPart extends PartLayout {
	kind: "heading";
	/** Markdown, without heading marks. */
	text: string;
	/** The level in markdown: 1 for `=` and `#`; 2 for `-`, `##` and a bold line. */
	level: number;
	/** Present only if it differs from the style's form of this level. */
	form?: HeadingForm;
	/** Width of the underline; present only if it differs from the style's. */
	underline?: number;
	/** The original lines of a heading that the style would write differently. */
	asWritten?: string;
	/** Present if it is the heading of a sponsor. */
	sponsor?: true;
}

export interface ItemPart extends PartLayout, Item {
	kind: "item";
	/** Present if the item repeats a sponsor after the last section: the index of that sponsor. */
	sponsorAtFoot?: number;
}

/** Anything that is neither heading nor item: an introduction, a comment, a table, a footer. */
export interface TextPart extends PartLayout {
	kind: "text";
	/** Markdown. */
	text: string;
	/** The id of the standing text that it equals. */
	standing?: string;
}

/** Calls `visit` with every part and the headings above it. The path of a heading includes the heading. */
export function eachWithPath(
	parts: readonly Part[],
	visit: (part: Part, path: string[], index: number) => void,
): void {
	let title: string[] = [];
	let open: { level: number; text: string }[] = [];
	let path: string[] = [];
	parts.forEach((part, index) => {
		if (part.kind === "title") {
			title = [part.text];
			open = [];
			path = title;
		} else if (part.kind === "heading") {
			open = [...open.filter(({ level }) => level < part.level), part];
			path = open.map(({ text }) => text);
		}
		visit(part, path, index);
	});
}
