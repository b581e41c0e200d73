/** The input of preflight, collected by the caller. */

/** A link and what is known about its page. */
interface SubjectLink {
	url: string;
	/** The page's title when it was clipped; empty if unknown. */
	title: string;
	/** The page's description when it was clipped, if it had one. */
	description?: string;
}

export interface InputItem {
	id: string;
	/** Markdown; empty if the item has none. */
	title?: string;
	note: string;
	links: readonly SubjectLink[];
}

interface SubjectSection {
	id: string;
	heading: string;
	/** The slots of its item pattern; absent if they are not known. */
	slots?: readonly string[];
	items: readonly InputItem[];
}

export interface InputSponsor {
	id: string;
	name: string;
	note: string;
	links: readonly SubjectLink[];
	/** Whether it comes from a booking for the number or the date, instead of the draft. */
	booked: boolean;
	/** Whether it was copied from the last issue and not changed since. */
	carried: boolean;
}

/** The number and date of a published issue or of another draft. */
export interface Numbered {
	/** Null if it has none. */
	number: number | null;
	/** As `2019-12-15`; null if it has none. */
	issueDate: string | null;
}

/** The latest archived issue that has an address. */
export interface PastMention extends Numbered {
	section: string;
	/** Path of the issue's file. */
	path: string;
}

/** What recent issues have in common; null where there are too few issues, or they differ. */
export interface Usual {
	/** The day of the week; 0 is Sunday. */
	weekday: number | null;
	/** Whether notes end in a full stop or similar. */
	endsSentences: boolean | null;
	/** Whether issues have a sponsor. */
	sponsored: boolean | null;
	/** Whether most issues have an intro that is not standing text. */
	intro: boolean | null;
	/** The latest footer that is not standing text; null unless most issues have one. */
	footer: string | null;
	/** How many items issues have, without sponsors. */
	items: { fewest: number; most: number } | null;
}

/** A draft, with what preflight needs to know about its context. */
export interface PreflightInput extends Numbered {
	intro: string;
	footer: string;
	sections: readonly SubjectSection[];
	sponsors: readonly InputSponsor[];
	/** As `2019-12-22T13:40:01+00:00`; null if unknown. */
	publishedAt: string | null;
	/** As `2019-12-15`, in the editor's local calendar. */
	today: string;
	/** Milliseconds since 1970. */
	now: number;
	/** The published issue with the highest number; null if nothing is published. */
	published: Numbered | null;
	/** Other drafts that are still open. */
	otherDrafts: readonly Numbered[];
	usual: Usual;
	/**
	 * The addresses that are in the archive, without those about which the editor does not want to be
	 * warned.
	 */
	repeats: ReadonlyMap<string, PastMention>;
	/** The `http:` addresses that are in the archive with `https:`. */
	secure: ReadonlySet<string>;
	/** Hosts about which the editor does not want to be warned, including their subdomains. */
	exemptHosts: readonly string[];
}
