import { nameOf, reasonOf } from "../../core/errors/reason.ts";
import { DraftClosed } from "../../data/drafts/draft-closed.ts";
import { type Sentence, sentence } from "../ui/sentence.ts";

/** What is said of an error of the database: of one that kept words from being saved, or read. */
interface Said {
	save: Sentence;
	read: Sentence;
}

const REFUSED: Said = {
	save: sentence("optionsSaveFailedRefused"),
	read: sentence("optionsReadFailedRefused"),
};
const CLOSED: Said = {
	save: sentence("optionsSaveFailedClosed"),
	read: sentence("optionsReadFailedClosed"),
};

/** By the error's name, as the Indexed Database API has them. */
const SAID: Record<string, Said> = {
	QuotaExceededError: {
		save: sentence("optionsSaveFailedFull"),
		read: sentence("optionsReadFailedFull"),
	},
	// History switched off, a private window, a damaged profile.
	SecurityError: REFUSED,
	NotAllowedError: REFUSED,
	UnknownError: REFUSED,
	// The browser or another page closed the database under the change.
	AbortError: CLOSED,
	InvalidStateError: CLOSED,
	TransactionInactiveError: CLOSED,
	VersionError: {
		save: sentence("optionsSaveFailedOutdated"),
		read: sentence("optionsReadFailedOutdated"),
	},
	StylePartGone: {
		save: sentence("optionsSaveFailedPartGone"),
		read: sentence("optionsReadFailedClosed"),
	},
	DatabaseGone: { save: sentence("optionsDatabaseGone"), read: sentence("optionsDatabaseGone") },
};

/** What happened to a change, what became of the words, and what to do. */
export function saveFailure(error: unknown): Sentence {
	if (error instanceof DraftClosed) return closedFailure(error);
	return SAID[nameOf(error)]?.save ?? sentence("optionsSaveFailed", reasonOf(error));
}

/** The field of an issue that is gone from the page is gone with it: the words stand elsewhere. */
function closedFailure({ number, hadWords }: DraftClosed): Sentence {
	return sentence(hadWords ? "optionsSaveFailedDraftClosed" : "optionsDraftClosed", number);
}

/** What happened when something was to be read, and what to do. */
export function readFailure(error: unknown): Sentence {
	return SAID[nameOf(error)]?.read ?? sentence("optionsReadFailed", reasonOf(error));
}
