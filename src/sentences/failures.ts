import { describeError, reasonOf } from "../core/errors/reason.ts";
import { NumberTaken } from "../data/db/number-taken.ts";
import { DraftClosed } from "../data/drafts/draft-closed.ts";
import { DraftChanged } from "../data/drafts/publishing.ts";
import type { StringKey } from "../extension/strings.ts";
import { type Sentence, sentence } from "./sentence.ts";

/** What goes wrong with the storage, whatever is being done. */
type StorageCause = "full" | "refused" | "closed" | "outdated";

/** What goes wrong, as far as there is something to be said of it. */
type Cause =
	| StorageCause
	/** The popup leaves the upgrade of the storage to the worker, which does not get through. */
	| "notReady"
	/** The storage was deleted while the page was open. */
	| "deleted"
	| "fileGone"
	| "stylePartGone"
	| "draftClosed"
	/** Words were to be written into a draft that was published or deleted. */
	| "draftClosedToWords"
	| "draftChanged"
	| "numberTaken";

/**
 * By the name of the error. Those ending in `Error` are of Web IDL and the Indexed Database API; the
 * others are Galley's.
 */
const CAUSES: Readonly<Record<string, Cause>> = {
	QuotaExceededError: "full",
	// History switched off, a private window, a damaged profile.
	SecurityError: "refused",
	NotAllowedError: "refused",
	UnknownError: "refused",
	// The browser or another page closed the database under the work, or just before it.
	InvalidStateError: "closed",
	AbortError: "closed",
	TransactionInactiveError: "closed",
	// An older Galley is still running beside data that a newer one has upgraded.
	VersionError: "outdated",
	NotReadableError: "fileGone",
	NotFoundError: "fileGone",
	NotReady: "notReady",
	DatabaseGone: "deleted",
	StylePartGone: "stylePartGone",
};

/** What is said of each cause, and of all others in `unknown`, which is filled with the reason. */
type Row = Readonly<Partial<Record<Cause, StringKey>> & { unknown: StringKey }>;
type StorageRow = Row & Readonly<Record<StorageCause, StringKey>>;

const CLIP: StorageRow = {
	full: "failureQuota",
	refused: "failureRefused",
	closed: "failureClosed",
	outdated: "failureOutdated",
	notReady: "failureNotReady",
	unknown: "failureUnknown",
};

const SAVE: StorageRow = {
	full: "optionsSaveFailedFull",
	refused: "optionsSaveFailedRefused",
	closed: "optionsSaveFailedClosed",
	outdated: "optionsSaveFailedOutdated",
	deleted: "optionsDatabaseGone",
	stylePartGone: "optionsSaveFailedPartGone",
	draftClosed: "optionsDraftClosed",
	draftClosedToWords: "optionsSaveFailedDraftClosed",
	unknown: "optionsSaveFailed",
};

const READ: StorageRow = {
	full: "optionsReadFailedFull",
	refused: "optionsReadFailedRefused",
	closed: "optionsReadFailedClosed",
	outdated: "optionsReadFailedOutdated",
	deleted: "optionsDatabaseGone",
	unknown: "optionsReadFailed",
};

const IMPORT: StorageRow = {
	full: "optionsImportFailedFull",
	refused: "optionsImportFailedRefused",
	closed: "optionsImportFailedClosed",
	outdated: "optionsImportFailedOutdated",
	deleted: "optionsDatabaseGone",
	unknown: "optionsImportFailed",
};

const BACKUP: StorageRow = {
	full: "backupFailedFull",
	refused: "backupFailedRefused",
	closed: "backupFailedClosed",
	outdated: "backupFailedOutdated",
	deleted: "optionsDatabaseGone",
	fileGone: "backupFailedFileGone",
	unknown: "backupFailed",
};

/** By what was being done. To say something of a further task: a row. */
const FAILURES = {
	clip: CLIP,
	save: SAVE,
	publish: {
		...SAVE,
		numberTaken: "optionsNumberTaken",
		draftChanged: "optionsChangedMeanwhile",
	},
	undo: { ...SAVE, numberTaken: "optionsUndoNumberTaken" },
	redo: { ...SAVE, numberTaken: "optionsRedoNumberTaken" },
	readDraft: READ,
	readSponsors: { ...READ, unknown: "optionsSponsorsFailed" },
	readArchive: { ...READ, unknown: "optionsArchiveFailed" },
	search: { ...READ, unknown: "optionsSearchFailed" },
	import: IMPORT,
	backup: BACKUP,
	weeklyBackup: { unknown: "backupWeeklyFailed" },
	readBackupNotes: { unknown: "backupNotesUnread" },
	writeBackupNotes: { unknown: "backupNotesUnnoted" },
	persistStorage: { unknown: "storagePersistFailed" },
	connect: { ...SAVE, unknown: "connectionFailed" },
	giveBackPermission: { unknown: "permissionGiveBackFailed" },
} satisfies Record<string, Row>;

/** What was being done when something went wrong. */
export type Task = keyof typeof FAILURES;

/**
 * What is said when a task fails: what happened, what became of the words, and what to do.
 *
 * @param error whatever was thrown, or its description from another thread
 */
export function failureSentence(task: Task, error: unknown): Sentence {
	const row: Row = FAILURES[task];
	const cause = causeOf(error);
	const known = cause && row[cause];
	return known
		? sentence(known, ...numberIn(error))
		: sentence(row.unknown, asSentence(reasonOf(error)));
}

function causeOf(error: unknown): Cause | undefined {
	if (error instanceof NumberTaken) return "numberTaken";
	if (error instanceof DraftChanged) return "draftChanged";
	if (error instanceof DraftClosed) return error.hadWords ? "draftClosedToWords" : "draftClosed";
	return CAUSES[describeError(error).name];
}

/** The number of the issue that the error is about, where it is about one. */
function numberIn(error: unknown): (string | number)[] {
	const isAboutIssue =
		error instanceof NumberTaken || error instanceof DraftChanged || error instanceof DraftClosed;
	return isAboutIssue ? [error.issue] : [];
}

/** With a full stop, as more sentences follow. */
function asSentence(reason: string): string {
	return /[.!?…]$/.test(reason) ? reason : `${reason}.`;
}
