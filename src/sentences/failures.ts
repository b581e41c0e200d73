import { type FailureRow, type StorageFailureRow, sentenceOfFailure } from "./failure-rows.ts";
import type { Sentence } from "./sentence.ts";

const SAVE: StorageFailureRow = {
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

const READ: StorageFailureRow = {
	full: "optionsReadFailedFull",
	refused: "optionsReadFailedRefused",
	closed: "optionsReadFailedClosed",
	outdated: "optionsReadFailedOutdated",
	deleted: "optionsDatabaseGone",
	unknown: "optionsReadFailed",
};

const IMPORT: StorageFailureRow = {
	full: "optionsImportFailedFull",
	refused: "optionsImportFailedRefused",
	closed: "optionsImportFailedClosed",
	outdated: "optionsImportFailedOutdated",
	deleted: "optionsDatabaseGone",
	unknown: "optionsImportFailed",
};

const BACKUP: StorageFailureRow = {
	full: "backupFailedFull",
	refused: "backupFailedRefused",
	closed: "backupFailedClosed",
	outdated: "backupFailedOutdated",
	deleted: "optionsDatabaseGone",
	fileGone: "backupFailedFileGone",
	unknown: "backupFailed",
};

/** The sentences by task. To support another task, add a row. */
const FAILURES = {
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
	readHistory: { ...READ, unknown: "historyFailed" },
	connect: { ...SAVE, unknown: "connectionFailed" },
	giveBackPermission: { unknown: "permissionGiveBackFailed" },
} satisfies Record<string, FailureRow>;

/** The task that failed. */
export type Task = keyof typeof FAILURES;

/**
 * The sentence for a failed task: what happened, what became of the words, and what to do.
 *
 * @param error the thrown value, or its description from a worker
 */
export function failureSentence(task: Task, error: unknown): Sentence {
	return sentenceOfFailure(FAILURES[task], error);
}
