import { useEffect, useRef } from "preact/hooks";
import { lastBackup } from "../../backup/notes.ts";
import { formatTime, translate } from "../../extension/strings.ts";
import { Alert } from "../ui/alert.tsx";
import { FilePicker } from "../ui/file-picker.tsx";
import type { Backups } from "./backup.ts";
import { BackupChosen } from "./backup-chosen.tsx";
import type { Reminder } from "./backup-reminder.ts";

/** Creates and restores backups. */
export function BackupView({ backups, reminder }: { backups: Backups; reminder: Reminder }) {
	const status = backups.status.value;
	const notes = reminder.notes.value;
	const last = notes ? lastBackup(notes) : 0;
	const busy = ["making", "reading", "restoring"].includes(status.kind);
	const before = backups.keptBefore.value;
	return (
		<section aria-labelledby="backup-heading">
			<h3 id="backup-heading">{translate("backupHeading")}</h3>
			<p class="hint">{translate("backupLead")}</p>
			{notes && (
				<p>{last ? translate("backupLast", formatTime(last)) : translate("backupNever")}</p>
			)}
			<div class="ways">
				<button
					type="button"
					id="backup-make"
					class={status.kind === "chosen" ? undefined : "primary"}
					aria-disabled={busy}
					onClick={() => void backups.make()}
				>
					{translate("backupMake")}
				</button>
				<RestoreButton backups={backups} busy={busy} />
			</div>
			<div role="status" aria-live="polite">
				{status.kind === "making" && <p>{translate("backupMaking")}</p>}
				{status.kind === "reading" && <p>{translate("backupReading")}</p>}
				{status.kind === "restoring" && <p>{translate("backupRestoring")}</p>}
				{status.kind === "done" && (
					<p class="done">{translate(status.sentence.key, ...status.sentence.values)}</p>
				)}
			</div>
			<Alert sentence={status.kind === "failed" ? status.sentence : null} />
			{status.kind === "chosen" && <BackupChosen backups={backups} chosen={status} />}
			{before !== null && status.kind !== "chosen" && (
				<div class="before">
					<p>{translate("backupBefore", formatTime(before))}</p>
					<button type="button" aria-disabled={busy} onClick={() => void backups.takeBack()}>
						{translate("backupTakeBack")}
					</button>
				</div>
			)}
		</section>
	);
}

/** Opens the browser's dialog for files. */
function RestoreButton({ backups, busy }: { backups: Backups; busy: boolean }) {
	const { kind } = backups.status.value;
	const chosenBefore = useRef(false);
	// The view of the chosen file has disappeared, possibly with the button that had the focus.
	useEffect(() => {
		if (chosenBefore.current && kind !== "chosen" && document.activeElement === document.body) {
			document.getElementById("backup-restore")?.focus();
		}
		chosenBefore.current = kind === "chosen";
	}, [kind]);
	return (
		<FilePicker
			label={translate("backupRestore")}
			id="backup-restore"
			accept=".json,application/json"
			busy={busy}
			pick={([file]) => file && backups.choose(file.name, file)}
		/>
	);
}
