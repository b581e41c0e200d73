import { formatTime, translate } from "../../extension/strings.ts";
import { Alert } from "../ui/alert.tsx";
import type { BackupDesk } from "./backup-desk.ts";
import { weeklyFailure } from "./backup-sentences.ts";

/** The weekly backup: whether it is on, when the last one was made, and its failure if there was one. */
export function BackupWeekly({ backupDesk }: { backupDesk: BackupDesk }) {
	const { reminder, weekly } = backupDesk;
	const notes = reminder.notes.value;
	const problem = weekly.problem.value ?? (notes?.failure ? weeklyFailure(notes.failure) : null);
	return (
		<section aria-labelledby="weekly-heading">
			<h3 id="weekly-heading">{translate("backupWeekly")}</h3>
			<label class="tick">
				<input
					type="checkbox"
					checked={notes?.weekly ?? false}
					disabled={!notes}
					aria-describedby="weekly-hint"
					onChange={(event) => {
						const { currentTarget } = event;
						const on = currentTarget.checked;
						// The checkbox shows the stored state. The browser may still refuse the change.
						currentTarget.checked = !on;
						void weekly.turn(on);
					}}
				/>
				{translate("backupWeeklyOn")}
			</label>
			<p class="hint" id="weekly-hint">
				{translate("backupWeeklyLead")} {weekly.forgetful && translate("backupWeeklyForgets")}
			</p>
			{notes && notes.weeklyAt > 0 && (
				<p>{translate("backupWeeklyLast", formatTime(notes.weeklyAt))}</p>
			)}
			<Alert sentence={problem} />
		</section>
	);
}
