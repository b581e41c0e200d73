import type { WeeklyFailure } from "../../backup/notes.ts";
import type { Refusal, RefusalReason } from "../../data/backup/backup-read.ts";
import type { StringKey } from "../../extension/strings.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

const REFUSALS: Record<RefusalReason, StringKey> = {
	empty: "backupRefusedEmpty",
	tooLarge: "backupRefusedTooLarge",
	notText: "backupRefusedNotText",
	notJson: "backupRefusedNotJson",
	cutOff: "backupRefusedCutOff",
	notBackup: "backupRefusedNotBackup",
	newer: "backupRefusedNewer",
	tooDeep: "backupRefusedTooDeep",
	forbiddenKey: "backupRefusedForbiddenKey",
	missing: "backupRefusedMissing",
	unknown: "backupRefusedUnknown",
	kind: "backupRefusedKind",
	address: "backupRefusedAddress",
	day: "backupRefusedDay",
	place: "backupRefusedPlace",
	twice: "backupRefusedTwice",
	count: "backupRefusedCount",
};

/** Why a file cannot be restored, with the field and its value. */
export function refusalSentence({ reason, place, found }: Refusal): Sentence {
	return sentence(REFUSALS[reason], place, found);
}

/** The failures of a weekly backup, by reason. */
const WEEKLY: Record<string, StringKey> = {
	permission: "backupWeeklyFailedPermission",
	unreadable: "backupWeeklyFailedUnreadable",
	FILE_NO_SPACE: "backupWeeklyFailedFull",
	FILE_ACCESS_DENIED: "backupWeeklyFailedDenied",
	FILE_BLOCKED: "backupWeeklyFailedDenied",
	USER_CANCELED: "backupWeeklyFailedCancelled",
};

/** The sentence for a failed weekly backup. If a place could not be read back, it is included. */
export function weeklyFailure({ reason, place }: WeeklyFailure): Sentence {
	const known = WEEKLY[reason];
	return known ? sentence(known, place) : sentence("backupWeeklyFailed", reason);
}
