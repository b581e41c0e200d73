/**
 * The stored records. They are plain JSON with stable ids. The order of items is a fractional index in each
 * item, not a list in the draft. Each record stores when each of its parts last changed, and deletion is a
 * mark. Together, this allows two copies of a record to be merged part by part.
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
	/** The description from the page's metadata when it was clipped, if there was one. */
	description?: string;
}

/** The parts of a sponsor that are edited separately. */
export interface SponsorFields {
	name: string;
	note: string;
	links: LinkRecord[];
	/** A heading that replaces the house style's, with `{name}` for the name; empty for the style's. */
	heading: string;
	/** Whether it is shown again after the last section; null to follow the house style. */
	atFoot: boolean | null;
	/** The number or date (as `2019-12-15`) of the issue it is booked for; null if not booked by it. */
	number: number | null;
	issueDate: string | null;
	/** Fractional index among the sponsors of one issue. */
	place: string;
}

/**
 * A sponsor of one issue. A booking has a `draftId` of null and belongs to the draft with its number or
 * date. A sponsor that was written into a draft, or has run, has the id of that draft, and no number or
 * date. A sponsor that is kept for later has the `draftId` `SHELF`.
 */
export interface SponsorRecord extends SponsorFields {
	id: string;
	draftId: string | null;
	/** The id of the preceding issue's sponsor that this is an unchanged copy of; null if there is none. */
	carriedFrom: string | null;
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<keyof SponsorFields, Time>>;
}

/** The parts of a draft that are edited separately. */
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
	/** Standing text that was edited for this issue only, by its id in the house style. */
	standing: Record<string, string>;
	/** The keys of the findings of preflight that the editor has dismissed. */
	waved: string[];
}

export interface DraftRecord extends DraftFields {
	id: string;
	createdAt: Time;
	/** When the draft was published, or 0. Items of a published draft no longer change. */
	publishedTime: Time | Never;
	deletedAt: Time | Never;
	/** Whether this is the sample, which shows what an issue looks like and is never published. */
	sample: boolean;
	changed: Partial<Record<keyof DraftFields, Time>>;
}

/** Stands for "no time" in fields that have an index, because null is not a valid key. */
type Never = 0;

/** The draft id of items and sponsors that wait for a later issue. */
export const SHELF = "shelf";

/** The id of the sample draft. All its records are removed with it. */
export const SAMPLE = "sample";

/** The parts of an item that are edited separately. */
export interface ItemFields {
	/** Markdown of the title; empty where there is none. */
	title: string;
	note: string;
	links: LinkRecord[];
	/** Values of the item pattern's other slots by name, such as author and language. */
	slots: Record<string, string>;
	/**
	 * The original text of the item, if it came from an issue and no pattern can reproduce that text. Empty
	 * otherwise, and empty once title, links, note or slots have been edited.
	 */
	asWritten: string;
	/** The id of its section, and its fractional index within that section. */
	section: string;
	place: string;
}

export interface ItemRecord extends ItemFields {
	id: string;
	/** The draft it is in, or `SHELF`. */
	draftId: string;
	/** The related keys of its links, used to find the item by an address. */
	keys: string[];
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<keyof ItemFields, Time>>;
}

/** A published issue: the exported text without any change, and what it was parsed to. */
export interface ArchivedIssue {
	/** The id of the draft it was published from, or another id if it was imported. */
	id: string;
	/** Null if the issue has none. */
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** The path of its file in the import, or the file name if it was published in Galley. */
	path: string;
	text: string;
	issue: Issue;
	style: HouseStyle;
	archivedAt: Time;
	/** When its text was last parsed; 0 if it must be parsed again. */
	readAt: Time;
	/**
	 * Date, number and path, with fixed values in place of missing ones, because an index needs complete
	 * keys.
	 */
	sortKey: [date: string, number: number, path: string];
}

/**
 * A mention with data of its issue. Stored separately from the issue so that it can be found by its key.
 */
export interface MentionRecord extends Mention {
	/** The id of the archived issue and the position of the mention in it. */
	id: string;
	issueId: string;
	number: number | null;
	/** As `2019-12-15`. */
	issueDate: string | null;
	/** The path of the issue's file, which is its label if it has no number. */
	path: string;
}

/**
 * What was typed or chosen in the popup for one page and has not been clipped yet. Fields that were not
 * touched are empty.
 */
export interface TypedClip {
	/** Canonical key of the page. */
	key: string;
	url: string;
	title: string;
	note: string;
	section: string;
	/** When the popup that it was typed in was opened. Data that changed after this time is newer. */
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
	/** The interval between issues; null to derive it from the archive. */
	interval: Interval | null;
	setUp: SetUp;
}

/** The questions that the set-up asks a new user. */
export const SET_UP_QUESTIONS = ["name", "issues", "style"] as const;
export type SetUpQuestion = (typeof SET_UP_QUESTIONS)[number];

/** The progress of the set-up. */
export interface SetUp {
	/** "new" until the first question has been answered, "done" when the questions are hidden. */
	state: "new" | "open" | "done";
	/** The newsletter's name; empty if it is not known yet. */
	name: string;
	/** The questions that were answered or skipped. */
	answers: Partial<Record<SetUpQuestion, "answered" | "skipped">>;
}

export interface SettingRecord {
	key: keyof Settings;
	value: Settings[keyof Settings];
}

/** Data computed from the archive and stored, so that it is not computed each time a page opens. */
export interface DerivedRecord {
	/** "before" lists what was stored before a restore (see `backup-before.ts`). */
	key: "search" | "overview" | "sections" | "before" | "linkKeys";
	/** The state of the archive that it was computed from. */
	basis: string;
	/** Plain JSON. Only the code that wrote it knows its form. */
	value: unknown;
}

/**
 * Words that were replaced by later ones from another machine in the same field. They are kept until
 * somebody resolves the conflict by marking it as deleted. A conflict is shared like any other record.
 */
export interface ConflictRecord {
	id: string;
	/** The kind of the record and the field that contained the words. */
	kind: string;
	recordId: string;
	field: string;
	/** The former value of the whole field. */
	value: unknown;
	createdAt: Time;
	deletedAt: Time | null;
	changed: Partial<Record<string, Time>>;
}

/** Refers to a record by its kind and its id or key. */
export interface RecordRef {
	kind: string;
	id: string;
}

/** A record that changed here and may not be on the shared branch yet. */
export interface PendingRecord extends RecordRef {
	/** A new value after each change. */
	mark: string;
}

/** What this browser knows about the shared branch. The record exists only while drafts are shared. */
export interface ShareState {
	/** The commit of the branch that the records were last merged with; null before the first merge. */
	base: string | null;
	/** The address and the branch. If they change, sharing starts from the beginning. */
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

/** One record before and after a change; undefined if it did not exist. */
export interface Replacement {
	store: UndoableStore;
	key: string;
	before: UndoableRecord | undefined;
	after: UndoableRecord | undefined;
}

/** The kinds of change. Each has a sentence in the interface. */
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
	| "restoreState"
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
	/** Assigned by the database, in increasing order. */
	id?: number;
	kind: ChangeKind;
	/** The field that was typed in. Further typing joins an entry with the same value. */
	field: string | null;
	at: Time;
	undone: boolean;
	replacements: Replacement[];
}
