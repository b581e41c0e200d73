import { lastBackup } from "../../backup/notes.ts";
import { translate } from "../../extension/strings.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import { hashOf } from "../app/route.ts";
import type { BackupStatus } from "./backup.ts";
import type { BackupDesk } from "./backup-desk.ts";
import type { Reminder } from "./backup-reminder.ts";
import { weeklyFailure } from "./backup-sentences.ts";

/**
 * A line above the panel. It is shown when a backup is overdue, when the last weekly backup failed, or
 * when the notes about backups could not be read or saved.
 */
export function BackupNudge({ backupDesk }: { backupDesk: BackupDesk }) {
	const { backups, reminder } = backupDesk;
	const said = saidNow(reminder, backups.status.value);
	if (!said) return null;
	return (
		<aside class="nudge" aria-label={translate("backupHeading")}>
			<p role={said.alert ? "alert" : undefined}>
				{translate(said.sentence.key, ...said.sentence.values)}
			</p>
			<button type="button" onClick={() => void backups.make()}>
				{translate("backupMake")}
			</button>
			<a href={hashOf("settings")}>{translate("backupNudgeSettings")}</a>
			<button type="button" class="quiet" onClick={() => void reminder.putOff()}>
				{translate("backupNudgeLater")}
			</button>
		</aside>
	);
}

/** The message, and whether it reports a new failure; null if there is no message. */
function saidNow(
	reminder: Reminder,
	status: BackupStatus,
): { sentence: Sentence; alert: boolean } | null {
	const { notes, reminding, problem } = reminder;
	if (problem.value) return { sentence: problem.value, alert: true };
	if (!notes.value) return null;
	const { failure, putOffUntil } = notes.value;
	const failed = failure && failure.at > putOffUntil ? failure : null;
	if (!reminding.value && !failed) return null;
	if (status.kind === "failed") return { sentence: status.sentence, alert: true };
	if (failed) return { sentence: weeklyFailure(failed), alert: false };
	const never = lastBackup(notes.value) === 0;
	return { sentence: sentence(never ? "backupNudgeNever" : "backupNudge"), alert: false };
}
