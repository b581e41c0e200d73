import { logError } from "../core/errors/log-error.ts";
import type { Unclippable } from "../core/links/clippable.ts";
import type { StringKey } from "../extension/strings.ts";
import { type StorageFailureRow, sentenceOfFailure } from "../sentences/failure-rows.ts";

/** A failure, with the sentence that says what happened and what to do. */
export interface CaptureFailure {
	outcome: "failed";
	sentence: StringKey;
}

/** The sentences for addresses that cannot be clipped. */
export const UNCLIPPABLE: Record<Unclippable, StringKey> = {
	browserPage: "failureBrowserPage",
	store: "failureStore",
	file: "failureFile",
	script: "failureScript",
	notAnAddress: "failureNotAnAddress",
};

/** The sentences for errors. The rows of other tasks are not loaded with the popup. */
const CLIP: StorageFailureRow = {
	full: "failureQuota",
	refused: "failureRefused",
	closed: "failureClosed",
	outdated: "failureOutdated",
	notReady: "failureNotReady",
	unknown: "failureUnknown",
};

/** A failure with a sentence, for failures that are not exceptions. */
export function failure(sentence: StringKey): CaptureFailure {
	return { outcome: "failed", sentence };
}

/** The failure for a thrown error. The error itself is written to the console. */
export function failureFrom(error: unknown): CaptureFailure {
	logError(error);
	return failure(sentenceOfFailure(CLIP, error).key);
}
