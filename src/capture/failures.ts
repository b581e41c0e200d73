import { nameOf } from "../core/errors/reason.ts";
import { toConsole } from "../core/errors/to-console.ts";
import type { Unclippable } from "../core/links/clippable.ts";
import type { StringKey } from "../extension/strings.ts";

/** What did not work: the sentence that says what happened and what to do about it. */
export interface Failure {
	outcome: "failed";
	sentence: StringKey;
}

/** What is said of an address that cannot be clipped. */
export const UNCLIPPABLE: Record<Unclippable, StringKey> = {
	browserPage: "failureBrowserPage",
	store: "failureStore",
	file: "failureFile",
	script: "failureScript",
	notAnAddress: "failureNotAnAddress",
};

/** What is said of an error of the database, by the name that its API or `database.ts` gives it. */
const STORAGE_FAILURES: Record<string, StringKey> = {
	QuotaExceededError: "failureQuota",
	SecurityError: "failureRefused",
	NotAllowedError: "failureRefused",
	UnknownError: "failureRefused",
	// The browser or another page closed the database under the change, or just before it.
	InvalidStateError: "failureClosed",
	AbortError: "failureClosed",
	TransactionInactiveError: "failureClosed",
	// An older Galley is still running beside data that a newer one has upgraded.
	VersionError: "failureOutdated",
	// The worker, which upgrades it for the popup, is not there or does not get through.
	NotReady: "failureNotReady",
};

/** The failure that says something, for what is no error of the machine. */
export function failure(sentence: StringKey): Failure {
	return { outcome: "failed", sentence };
}

/** The failure for an error that was thrown. The error itself goes to the console. */
export function failureFrom(error: unknown): Failure {
	toConsole(error);
	return failure(STORAGE_FAILURES[nameOf(error)] ?? "failureUnknown");
}
