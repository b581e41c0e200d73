import { toConsole } from "../core/errors/to-console.ts";
import type { Unclippable } from "../core/links/clippable.ts";
import type { StringKey } from "../extension/strings.ts";
import { failureSentence } from "../sentences/failures.ts";

/** What did not work: the sentence that says what happened and what to do about it. */
export interface CaptureFailure {
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

/** The failure that says something, for what is no error of the machine. */
export function failure(sentence: StringKey): CaptureFailure {
	return { outcome: "failed", sentence };
}

/** The failure for an error that was thrown. The error itself goes to the console. */
export function failureFrom(error: unknown): CaptureFailure {
	toConsole(error);
	return failure(failureSentence("clip", error).key);
}
