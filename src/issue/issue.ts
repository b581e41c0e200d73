/**
 * What an issue of a newsletter is, once everything about it has been decided. This is the shape
 * that is written as markdown and read back from it; drafts, which are still being decided,
 * live in storage and become one of these when they are assembled.
 */

/** How one link is set on its line: `[text](url)`, the bare address, or `<address>`. */
export type LinkForm = "bracketed" | "bare" | "autolink";

/** What stands before a link on its line. */
export type LinkLead = "" | "<br>" | "<br/>" | "<br />" | "- " | "* " | "+ ";

/** Every lead a link can have, the longest first where one begins another. */
export const LINK_LEADS: readonly LinkLead[] = ["<br>", "<br/>", "<br />", "- ", "* ", "+ ", ""];

export interface Link {
	/** The address, as a reader's browser will be given it. */
	url: string;
	/** Markdown between the brackets; empty when it is the address itself, the usual case. */
	text: string;
	form: LinkForm;
	lead: LinkLead;
}

/** One entry: a note in markdown, and the links it is about. Either may be missing, not both. */
export interface Item {
	note: string;
	links: Link[];
	/** Whether the links stand right under the note, without an empty line. */
	tight: boolean;
}

export interface Section {
	heading: string;
	items: Item[];
}

/** What a sponsor paid for: a headed block before the sections, maybe repeated after them. */
export interface Sponsor extends Item {
	/** The whole heading, as "From our sponsor, Example". */
	heading: string;
	/** The block as it stands again after the last section, without a heading; null if it does not. */
	foot: Item | null;
}

export interface Issue {
	/** 1 or more. */
	number: number;
	/** The date in the title, as `2019-12-15`. */
	issueDate: string;
	/** The moment of publication with its offset, as `2019-12-22T13:40:01+00:00`; empty if unknown. */
	publishedAt: string;
	intro: string;
	sponsors: Sponsor[];
	sections: Section[];
	footer: string;
}

/** A link set the usual way: its address in brackets and in parentheses. */
export function plainLink(url: string): Link {
	return { url, text: "", form: "bracketed", lead: "" };
}
