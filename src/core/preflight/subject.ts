/** Everything that preflight looks at, gathered by whoever can reach it. */

/** A link with what is known of it. */
interface SubjectLink {
	url: string;
	/** The page's title when it was clipped; empty when unknown. */
	title: string;
	/** What the page said of itself then, where it said anything. */
	description?: string;
}

export interface SubjectItem {
	id: string;
	/** Markdown; empty where the item has none. */
	title?: string;
	note: string;
	links: readonly SubjectLink[];
}

interface SubjectSection {
	id: string;
	heading: string;
	/** The slots of its item pattern; absent where they are not known. */
	slots?: readonly string[];
	items: readonly SubjectItem[];
}

export interface SubjectSponsor {
	id: string;
	name: string;
	note: string;
	links: readonly SubjectLink[];
	/** Booked for the number or the date, rather than written into the draft. */
	booked: boolean;
	/** Repeated from the last issue, and not touched since. */
	carried: boolean;
}

/** A published issue, or another draft, as far as numbers and dates go. */
export interface Numbered {
	/** Null where the newsletter has none. */
	number: number | null;
	/** As `2019-12-15`; null where the newsletter has none. */
	issueDate: string | null;
}

/** Where an address ran in the archive, in the latest issue that has it. */
export interface RanIn extends Numbered {
	section: string;
	/** Where the issue's file is. */
	path: string;
}

/** What recent issues have in common; null where there are too few, or they differ. */
export interface Usual {
	/** From 0 for Sunday. */
	weekday: number | null;
	/** Whether notes end in a full stop or the like. */
	endsSentences: boolean | null;
	/** Whether issues have a sponsor. */
	sponsored: boolean | null;
	/** Whether issues have an intro of their own. */
	intro: boolean | null;
	/** The latest footer, where issues have one of their own; null where they have none. */
	footer: string | null;
	/** How many items issues have, sponsors not counted. */
	items: { fewest: number; most: number } | null;
}

/** A draft, and what preflight knows around it. */
export interface Subject extends Numbered {
	intro: string;
	footer: string;
	sections: readonly SubjectSection[];
	sponsors: readonly SubjectSponsor[];
	/** As `2019-12-22T13:40:01+00:00`; null where none is known. */
	publishedAt: string | null;
	/** As `2019-12-15`, in the editor's own calendar. */
	today: string;
	/** Milliseconds since 1970. */
	now: number;
	/** The published issue with the highest number; null before the first. */
	published: Numbered | null;
	/** Other drafts that are still open. */
	otherDrafts: readonly Numbered[];
	usual: Usual;
	/** The addresses that ran, as far as the editor wants to hear of it. */
	ran: ReadonlyMap<string, RanIn>;
	/** The `http:` addresses that the archive knows with `https:`. */
	secure: ReadonlySet<string>;
	/** Hosts the editor does not want to be warned about; they stand for their subdomains too. */
	exemptHosts: readonly string[];
}
