import { lastBackup } from "../backups/notes.ts";
import { say } from "../browser/strings.ts";
import type { Backups } from "./state/backup.ts";
import { weeklyFailure } from "./state/backup-sentences.ts";
import { hashOf } from "./state/route.ts";

/** A line above the panel when a backup is overdue or the last weekly one failed. */
export function BackupNudge({ backups }: { backups: Backups }) {
	const notes = backups.notes.value;
	if (!notes) return null;
	const failure = notes.failure && notes.failure.at > notes.putOffUntil ? notes.failure : null;
	if (!backups.reminding.value && !failure) return null;
	const { value: standing } = backups.standing;
	const failed = standing.kind === "failed";
	const said = failed
		? standing.sentence
		: failure
			? weeklyFailure(failure)
			: ({ key: lastBackup(notes) ? "backupNudge" : "backupNudgeNever", values: [] } as const);
	return (
		<aside class="nudge" aria-label={say("backupHeading")}>
			<p role={failed ? "alert" : undefined}>{say(said.key, ...said.values)}</p>
			<button type="button" onClick={() => void backups.make()}>
				{say("backupMake")}
			</button>
			<a href={hashOf("settings")}>{say("backupNudgeSettings")}</a>
			<button type="button" class="quiet" onClick={() => void backups.putOff()}>
				{say("backupNudgeLater")}
			</button>
		</aside>
	);
}
