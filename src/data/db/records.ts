/**
 * What is kept. Records are plain JSON with stable ids; order is a fractional index in the item,
 * not a list in the draft; each record knows when each of its parts last changed; deleting is a
 * mark. So two copies of a record can later be merged part by part.
 */

import type { Interval } from "../../core/calendar/interval.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import type { Issue } from "../../core/issue/issue.ts";
import type { Mention } from "../../core/links/mentions.ts";
import type { Exemptions } from "../../core/links/repeats.ts";

/** Milliseconds since 1970, as `Date.now()` gives. */
export type Time = number;

export interface LinkRecord {
	url: string;
	/** The page's title when it was clipped; empty when unknown. */
	title: string;
	/** What the page said of itself when it was clipped; only where it said anything. */
	description?: string;
}

/** The parts of a sponsor that are edited on their own. */
export interface SponsorFields {
	name: string;
	note: string;
	links: LinkRecord[];
	/** Its heading in place of the house style's, with `{name}` for the name; empty for the style's. */
	heading: string;
	/** Whether it stands again after the last section; null for whatever the house style says. */
	atFoot: boolean | null;
	/** The issue it is booked for, by number or by date as `2019-12-15`; null for neither. */
	number: number | null;
	issueDate: string | null;
	/** Fractional index among the sponsors of one issue. */
	place: string;
}

/**
 * A sponsor of one issue. While it is a booking, `draftId` is null and the draft with its number
 * or date takes it; one that was written into a draft, or has run, belongs to that draft and has
 * neither. One that is booked for no issue waits under `SHELF`.
 */
export interface SponsorRecord extends SponsorFields {
	id: string;
	draftId: string | null;
	/** The sponsor of the issue before, as long as nobody has touched this repetition of it. */
	carriedFrom: string | null;
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<keyof SponsorFields, Time>>;
}

/** The parts of a draft that are edited on their own. */
export interface DraftFields {
	/** Null where the newsletter has none. */
	number: number | null;
	/** As `2019-12-15`; null where the newsletter has none. */
	issueDate: string | null;
	/** As `2019-12-22T13:40:01+00:00`. */
	publishedAt: string;
	intro: string;
	footer: string;
	/** Values of the house style's fields by name, such as subject and slug. */
	fields: Record<string, string>;
	/** Standing text that was edited for this issue alone, by its id in the house style. */
	standing: Record<string, string>;
	/** The findings of preflight that the editor lets pass, by their keys. */
	waved: string[];
}

export interface DraftRecord extends DraftFields {
	id: string;
	createdAt: Time;
	/** Set once the draft has been published: its items now belong to the archive's past. */
	publishedTime: Time | Never;
	deletedAt: Time | Never;
	/** The sample that shows what an issue looks like: it is never published. */
	sample: boolean;
	changed: Partial<Record<keyof DraftFields, Time>>;
}

/** What stands for no time where an index has to find it: null is no key. */
type Never = 0;

/** What stands for a draft in the items and sponsors that wait for a later issue. */
export const SHELF = "shelf";

/** The id of the draft that is the sample, of which nothing is left once it is removed. */
export const SAMPLE = "sample";

/** The parts of an item that are edited on their own. */
export interface ItemFields {
	/** Markdown of the title; empty where there is none. */
	title: string;
	note: string;
	links: LinkRecord[];
	/** Values of the item pattern's other slots by name, such as author and language. */
	slots: Record<string, string>;
	/**
	 * The item word for word, where it came from an issue and no pattern gives its text back. Empty
	 * for none, and once title, links, note or slots have been edited.
	 */
	asWritten: string;
	/** Where it stands: the id of its section and its fractional index within it. */
	section: string;
	place: string;
}

export interface ItemRecord extends ItemFields {
	id: string;
	/** The draft it is in, or `SHELF`. */
	draftId: string;
	/** The related keys of its links, for looking it up by address. */
	keys: string[];
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<keyof ItemFields, Time>>;
}

/** A published issue: the exported text exactly as it was, and what it was made from. */
export interface ArchivedIssue {
	/** The id of the draft it was. */
	id: string;
	/** Null where the issue has none, as is the date. */
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** Where its file is inside what was imported; the file's name for one published here. */
	path: string;
	text: string;
	issue: Issue;
	style: HouseStyle;
	archivedAt: Time;
	/** When its text was parsed last; 0 where that is to be done anew. */
	readAt: Time;
	/** Date, number and path, with something in the place of what it does not have: for the index. */
	sortKey: [date: string, number: number, path: string];
}

/** A mention with the issue it is in, kept apart from it to be found by its key. */
export interface MentionRecord extends Mention {
	/** The id of the archived issue and the mention's place in it. */
	id: string;
	issueId: string;
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** Where the issue's file is; what it is called where it has no number. */
	path: string;
}

/**
 * What was typed or chosen in the popup for one page, and has not become an item yet. A field that
 * nobody touched is empty.
 */
export interface TypedClip {
	/** Canonical key of the page. */
	key: string;
	url: string;
	title: string;
	note: string;
	section: string;
	/** When the popup was filled that it was typed in: what has changed since is newer. */
	typedAt: Time;
}

/** The preferences, one record each. */
export interface Settings {
	style: HouseStyle;
	currentDraft: string;
	lastSection: string;
	exemptions: Exemptions;
	/** The checks of preflight that are switched off, by their ids. */
	preflightOff: string[];
	/** How far apart issues are; null to learn it from the archive. */
	interval: Interval | null;
	setUp: SetUp;
}

/** The questions that a newcomer is asked. */
export const SET_UP_QUESTIONS = ["name", "issues", "style"] as const;
export type SetUpQuestion = (typeof SET_UP_QUESTIONS)[number];

/** How far the set-up of the newsletter is. */
export interface SetUp {
	/** "new" until a question has been answered, "done" once the questions have been put away. */
	state: "new" | "open" | "done";
	/** The newsletter's name; empty while it is not known. */
	name: string;
	/** The questions that were answered, or passed over. */
	answers: Partial<Record<SetUpQuestion, "answered" | "skipped">>;
}

export interface SettingRecord {
	key: keyof Settings;
	value: Settings[keyof Settings];
}

/** What is worked out from the archive and kept, so that it is not worked out at each opening. */
export interface DerivedRecord {
	/** Under "before" are the names of what was kept before a restore (`backup-before.ts`). */
	key: "search" | "overview" | "sections" | "before" | "linkKeys";
	/** Names the state of the archive it was worked out from. */
	basis: string;
	/** Plain JSON, understood by whoever made it. */
	value: unknown;
}

/**
 * Words that gave way to later ones in the same place on another machine, kept beside the record until
 * somebody settles it by marking the conflict as deleted. It is shared like any other record.
 */
export interface ConflictRecord {
	id: string;
	/** The record that the words were in, and the field. */
	kind: string;
	recordId: string;
	field: string;
	/** The whole field as it was. */
	value: unknown;
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<string, Time>>;
}

/** A record, by the kind it is of and its id or key. */
export interface RecordRef {
	kind: string;
	id: string;
}

/** A record that changed here and may not be on the shared branch yet. */
export interface PendingRecord extends RecordRef {
	/** Another one after each change. */
	mark: string;
}

/** What this machine knows of the shared branch. There is such a record as long as drafts are shared. */
export interface ShareState {
	/** The commit of the branch that the records here were last merged with; null before the first. */
	base: string | null;
	/** The address and the branch that this is of; on another one everything begins anew. */
	of?: string;
}

/** The stores whose changes can be undone. */
export type UndoableStore = "drafts" | "items" | "sponsors" | "archive" | "settings";

export type UndoableRecord =
	| DraftRecord
	| ItemRecord
	| SponsorRecord
	| ArchivedIssue
	| SettingRecord;

/** One record before and after a change; undefined where it did not exist. */
export interface Replacement {
	store: UndoableStore;
	key: string;
	before: UndoableRecord | undefined;
	after: UndoableRecord | undefined;
}

/** What kinds of change there are; each has a sentence in the interface. */
export type ChangeKind =
	| "clip"
	| "addLink"
	| "addItem"
	| "editItem"
	| "moveItem"
	| "deleteItem"
	| "restoreItem"
	| "shelveItem"
	| "unshelveItem"
	| "editDraft"
	| "newDraft"
	| "deleteDraft"
	| "restoreDraft"
	| "makeCurrent"
	| "bookSponsor"
	| "editSponsor"
	| "deleteSponsor"
	| "waveThrough"
	| "switchCheck"
	| "removeArchived"
	| "publish"
	| "loadSample"
	| "removeSample"
	| "editStyle"
	| "takeStyle"
	| "setInterval"
	| "setUp";

export interface HistoryEntry {
	/** Given by the database, counting up. */
	id?: number;
	kind: ChangeKind;
	/** Further typing in the same field joins the entry with the same mark. */
	field: string | null;
	at: Time;
	undone: boolean;
	replacements: Replacement[];
}
