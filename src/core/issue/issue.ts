import type { FrontMatterKind, HeadingForm } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";

/**
 * One edition of a newsletter: what `parseIssue` makes of markdown and `formatIssue` writes. It is
 * plain JSON. Its parts stand in a list in the order of the text; sections are what follows a
 * heading up to the next heading of the same or a higher level.
 *
 * Layout that the house style says (blank lines, forms of headings, order of front matter) is in
 * an issue only where it differs, so that a published issue is written back as it was.
 */
export interface Issue {
	/** Null where the newsletter has none. */
	number: number | null;
	/** The issue's date, as `2019-12-15`; null where the newsletter has none. */
	date: string | null;
	/** The moment of publication, as `2019-12-22T13:40:01+00:00`, as far as it is known. */
	publishedAt: string | null;
	/** The free fields of the style, such as subject and slug. */
	fields: Record<string, string>;
	/** Only where the front matter is not what the style writes. */
	frontMatter?: IssueFrontMatter;
	parts: Part[];
	layout?: IssueLayout;
}

export interface IssueFrontMatter {
	kind: FrontMatterKind;
	/** Every entry in order. */
	entries: FrontMatterEntry[];
}

export interface FrontMatterEntry {
	key: string;
	/** The lines as they stand, the key included; null where the style writes them. */
	text: string | null;
}

/** Blank lines that differ from the style's. */
export interface IssueLayout {
	afterFrontMatter?: number;
	atEnd?: number;
}

export type Part = TitlePart | HeadingPart | ItemPart | TextPart;

interface PartLayout {
	/** Blank lines above it, where they are not as many as the style has there. */
	gap?: number;
}

/** The heading above everything, written from the style's `titleLine`. */
export interface TitlePart extends PartLayout {
	kind: "title";
	/** What it says in this issue, without heading marks. */
	text: string;
}

/** A section's heading. */
export interface HeadingPart extends PartLayout {
	kind: "heading";
	/** Markdown, without heading marks. */
	text: string;
	/** The level in markdown: 1 for `=` and `#`, 2 for `-`, `##` and a bold line. */
	level: number;
	/** Where it is not the style's form of this level. */
	form?: HeadingForm;
	/** Width of the underline, where it is neither the heading's nor the style's. */
	underline?: number;
	/** Where markdown has the heading otherwise than the style: its lines as they stand. */
	asWritten?: string;
	/** Present in the heading of a sponsor. */
	sponsor?: true;
}

export interface ItemPart extends PartLayout, Item {
	kind: "item";
	/** Present in the repetition of a sponsor after the last section: which, counted from 0. */
	sponsorAtFoot?: number;
}

/** Anything that is neither heading nor item: an introduction, a comment, a table, a footer. */
export interface TextPart extends PartLayout {
	kind: "text";
	/** Markdown as it stands. */
	text: string;
	/** The id of the standing text it is, word for word. */
	standing?: string;
}

/** Calls `visit` with every part and the headings it stands under; a heading is under itself. */
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
