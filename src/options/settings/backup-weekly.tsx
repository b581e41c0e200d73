import { say, sayTime } from "../../extension/strings.ts";
import { Alert } from "../ui/alert.tsx";
import type { BackupDesk } from "./backup-desk.ts";
import { weeklyFailure } from "./backup-sentences.ts";

/** The weekly backup: on or off, when the last one was made, and what went wrong with it. */
export function BackupWeekly({ backupDesk }: { backupDesk: BackupDesk }) {
	const { reminder, weekly } = backupDesk;
	const notes = reminder.notes.value;
	const problem = weekly.problem.value ?? (notes?.failure ? weeklyFailure(notes.failure) : null);
	return (
		<section aria-labelledby="weekly-heading">
			<h3 id="weekly-heading">{say("backupWeekly")}</h3>
			<label class="tick">
				<input
					type="checkbox"
					checked={notes?.weekly ?? false}
					disabled={!notes}
					aria-describedby="weekly-hint"
					onChange={(event) => {
						const { currentTarget } = event;
						const on = currentTarget.checked;
						// It shows what is so, which the browser may yet refuse.
						currentTarget.checked = !on;
						void weekly.turn(on);
					}}
				/>
				{say("backupWeeklyOn")}
			</label>
			<p class="hint" id="weekly-hint">
				{say("backupWeeklyLead")} {weekly.forgetful && say("backupWeeklyForgets")}
			</p>
			{notes && notes.weeklyAt > 0 && <p>{say("backupWeeklyLast", sayTime(notes.weeklyAt))}</p>}
			<Alert sentence={problem} />
		</section>
	);
}
