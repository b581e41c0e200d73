import type { HeadingForm } from "../house-style/house-style.ts";
import type { Item } from "../house-style/item.ts";
import type { IssueFrontMatter } from "./issue.ts";

/**
 * What a draft stores of an issue: records that are edited one by one and put together by
 * `assembleIssue`. Order within a list is the order in the issue; storage keeps it as it likes
 * (a fractional index in each record).
 */
export interface DraftIssue {
	number: number | null;
	date: string | null;
	publishedAt: string | null;
	fields: Record<string, string>;
	/** Front matter that the style does not write, as in `Issue.frontMatter`. */
	frontMatter?: IssueFrontMatter;
	/** The style's sections and this draft's own, as they follow each other. */
	sections: DraftSection[];
	/** Items and text blocks; those of one section in their order. */
	parts: DraftPart[];
	/** Empty where the style has no sponsors of their own. */
	sponsors: DraftSponsor[];
}

/** A section; one of the style has its id, and is then written with the style's heading. */
export interface DraftSection {
	id: string;
	heading: string;
	level: number;
	/** Where it is not the style's form of this level. */
	form?: HeadingForm;
	/** Written even where nothing stands in it. */
	keptEmpty?: true;
}

/** Stands for a section where a part is before the first heading, or after everything else. */
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
	/** Markdown; for standing text that was not edited in this draft, the style's text counts. */
	text: string;
	/** The id of the standing text that it is; drop it when the text is edited for this issue. */
	standing?: string;
}

export interface DraftSponsor {
	/** The whole heading, as "From our sponsor, Example". */
	heading: string;
	item: Item;
	/** Whether it stands again after the last section. */
	atFoot: boolean;
}
