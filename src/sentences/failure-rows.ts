import { describeError, errorMessage } from "../core/errors/error-message.ts";
import { NumberTaken } from "../data/db/number-taken.ts";
import { DraftClosed } from "../data/drafts/draft-closed.ts";
import { DraftChanged } from "../data/drafts/publishing.ts";
import type { StringKey } from "../extension/strings.ts";
import { type Sentence, sentence } from "./sentence.ts";

/** Causes that concern the storage, whatever the task is. */
type StorageCause = "full" | "refused" | "closed" | "outdated";

/** Causes for which there are sentences. */
type Cause =
	| StorageCause
	/**
	 * The popup leaves the upgrade of the database to the background worker, and the upgrade does not
	 * succeed.
	 */
	| "notReady"
	/** The database was deleted while the page was open. */
	| "deleted"
	| "fileGone"
	| "stylePartGone"
	| "draftClosed"
	/** Words could not be saved because the draft was published or deleted. */
	| "draftClosedToWords"
	| "draftChanged"
	| "numberTaken";

/**
 * The cause by the name of the error. Names that end in `Error` come from Web IDL and the Indexed Database
 * API; the others are Galley's.
 */
const CAUSES: Readonly<Record<string, Cause>> = {
	QuotaExceededError: "full",
	// History is switched off, the window is private, or the profile is damaged.
	SecurityError: "refused",
	NotAllowedError: "refused",
	UnknownError: "refused",
	// The browser or another page closed the database during the work or just before it.
	InvalidStateError: "closed",
	AbortError: "closed",
	TransactionInactiveError: "closed",
	// An older version of Galley is still running after a newer one has upgraded the database.
	VersionError: "outdated",
	NotReadableError: "fileGone",
	NotFoundError: "fileGone",
	NotReady: "notReady",
	DatabaseGone: "deleted",
	StylePartGone: "stylePartGone",
};

/** The sentence for each cause. `unknown` is used for all other causes, with the reason as placeholder. */
export type FailureRow = Readonly<Partial<Record<Cause, StringKey>> & { unknown: StringKey }>;
export type StorageFailureRow = FailureRow & Readonly<Record<StorageCause, StringKey>>;

/**
 * The sentence of a row for an error.
 *
 * @param error the thrown value, or its description from a worker
 */
export function sentenceOfFailure(row: FailureRow, error: unknown): Sentence {
	const cause = causeOf(error);
	const known = cause && row[cause];
	return known
		? sentence(known, ...numberIn(error))
		: sentence(row.unknown, asSentence(errorMessage(error)));
}

function causeOf(error: unknown): Cause | undefined {
	if (error instanceof NumberTaken) return "numberTaken";
	if (error instanceof DraftChanged) return "draftChanged";
	if (error instanceof DraftClosed) return error.hadWords ? "draftClosedToWords" : "draftClosed";
	return CAUSES[describeError(error).name];
}

/** The label of the issue that the error is about; empty if it is not about an issue. */
function numberIn(error: unknown): (string | number)[] {
	const isAboutIssue =
		error instanceof NumberTaken || error instanceof DraftChanged || error instanceof DraftClosed;
	return isAboutIssue ? [error.issue] : [];
}

/** Adds a full stop if needed, as more sentences follow. */
function asSentence(reason: string): string {
	return /[.!?…]$/.test(reason) ? reason : `${reason}.`;
}
