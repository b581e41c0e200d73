import type { HeadingForm } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";
import type { IssueFrontMatter } from "./issue.ts";

/**
 * The content of a draft. Its records are edited one by one, and `assembleIssue` puts them together.
 * The order of a list is the order in the issue; how records are ordered in storage does not matter
 * here.
 */
export interface DraftIssue {
	number: number | null;
	date: string | null;
	publishedAt: string | null;
	fields: Record<string, string>;
	/** Front matter that differs from the style's, as in `Issue.frontMatter`. */
	frontMatter?: IssueFrontMatter;
	/** The sections of the style and those of this draft only, in the order of the issue. */
	sections: DraftSection[];
	/** Items and text blocks. Those of the same section are in the order of the issue. */
	parts: DraftPart[];
	/** Empty if the style treats sponsors as ordinary sections. */
	sponsors: DraftSponsor[];
}

/** A section. A section of the style has the style's id and heading. */
export interface DraftSection {
	id: string;
	heading: string;
	level: number;
	/** Present only if it differs from the style's form of this level. */
	form?: HeadingForm;
	/** Written even if the section is empty. */
	keptEmpty?: true;
}

/** Used instead of a section id: before the first heading, and at the end of the issue. */
export const AT_TOP = "^";
export const AT_END = "$";

export type DraftPart = DraftItem | DraftText;

interface DraftItem extends Item {
	kind: "item";
	/** The section's id, `AT_TOP` or `AT_END`. */
	section: string;
}

export interface DraftText {
	kind: "text";
	/** The section's id, `AT_TOP` for the intro, `AT_END` for the footer. */
	section: string;
	/** Markdown. While `standing` is the id of a standing text of the style, that text is used instead. */
	text: string;
	/** The id of the standing text. Remove it when the text is edited for this issue. */
	standing?: string;
}

export interface DraftSponsor {
	/** The whole heading, such as "From our sponsor, Example". */
	heading: string;
	item: Item;
	/** Whether it is repeated after the last section. */
	atFoot: boolean;
}
