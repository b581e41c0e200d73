import type { LinkForm, LinkLead } from "./issue.ts";

/**
 * How one newsletter writes its issues. Sections are part of it, so adding one is a change of
 * data: menus, popup, reader and writer all follow this table.
 */
export interface HouseStyle {
	/** The front matter, a line for each key, in order; none at all when this is empty. */
	frontMatter: FrontMatterLine[];
	/** A line above the intro, such as `## Issue {number}`; empty for none. */
	titleLine: string;
	heading: HeadingForm;
	sections: SectionStyle[];
	sponsor: {
		/** The sponsor's heading, with `{name}` for the name. */
		heading: string;
		/** Width of its underline; null to make it as long as the heading. */
		underline: number | null;
		/** Whether a new draft repeats the sponsor after the last section. */
		atFoot: boolean;
	};
	link: { form: LinkForm; lead: LinkLead };
	spacing: Spacing;
	/** Whether a line that begins `From ` is written `>From `, as mail would. */
	mailQuoting: boolean;
	/** Pattern of the exported file's name. */
	fileName: string;
}

/** What makes a line a heading: the character its underline is drawn with, or a mark before it. */
export type HeadingForm = "=" | "-" | "#" | "##" | "###";

export interface FrontMatterLine {
	key: string;
	/** The rest of the line after `key: `, kept to the last space. */
	pattern: string;
}

export interface SectionStyle {
	/** Stable, so that renaming a section leaves its items in it. */
	id: string;
	heading: string;
	/** Width of the underline; null to make it as long as the heading. */
	underline: number | null;
	/** Out of menus, popup and draft as long as nothing is in it; not there for a shown section. */
	hidden?: true;
}

/** How many empty lines stand in each place; no links before them when a block has no note. */
export interface Spacing {
	afterFrontMatter: number;
	betweenBlocks: number;
	afterHeading: number;
	beforeLinks: number;
	beforeSponsorAtFoot: number;
	atEnd: number;
}

/**
 * The sections that are offered wherever one is chosen, in order: those that are not hidden.
 *
 * @param used the id of one that is offered all the same, since the item at hand is in it
 */
export function shownSections(
	{ sections }: Pick<HouseStyle, "sections">,
	used?: string,
): SectionStyle[] {
	return sections.filter(({ id, hidden }) => !hidden || id === used);
}

/** The hand Galley writes until it is given another. */
export const DEFAULT_STYLE: HouseStyle = {
	frontMatter: [
		{ key: "title", pattern: "DEVOPS WEEKLY ISSUE \\#{number} - {date:do MMMM yyyy} " },
		{ key: "date", pattern: "{published}" },
	],
	titleLine: "",
	heading: "=",
	sections: [
		{ id: "news", heading: "News", underline: null },
		{ id: "tools", heading: "Tools", underline: null },
	],
	sponsor: { heading: "From our sponsor, {name}", underline: null, atFoot: true },
	link: { form: "bracketed", lead: "" },
	spacing: {
		afterFrontMatter: 1,
		betweenBlocks: 2,
		afterHeading: 1,
		beforeLinks: 1,
		beforeSponsorAtFoot: 2,
		atEnd: 1,
	},
	mailQuoting: true,
	fileName: "{published:yyyy-MM-dd}-{number}.md",
};
