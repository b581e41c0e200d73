import { useEffect, useRef } from "preact/hooks";
import { BACKUP_STORES } from "../../data/backup/backup-file.ts";
import type { RestoreMode } from "../../data/restore/backup-restore.ts";
import { formatTime, translate } from "../../extension/strings.ts";
import type { BackupStatus, Backups } from "./backup.ts";

interface BackupChosenProps {
	backups: Backups;
	chosen: Extract<BackupStatus, { kind: "chosen" }>;
}

const COLUMNS = [
	["added", "backupNew"],
	["different", "backupDifferent"],
	["onlyHere", "backupOnlyHere"],
	["same", "backupSame"],
] as const;

const WAYS = {
	merge: ["backupMerge", "backupMergeHint"],
	replace: ["backupReplace", "backupReplaceHint"],
} as const;

/** Shows what restoring a file would change, with buttons for the ways to restore it. */
export function BackupChosen({ backups, chosen }: BackupChosenProps) {
	const { name, summary } = chosen;
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	// If nothing can be lost, a merge is not needed.
	const modes: RestoreMode[] = summary.unused ? ["replace", "merge"] : ["merge", "replace"];
	const kinds = BACKUP_STORES.filter((store) =>
		Object.values(summary.differences[store]).some((count) => count > 0),
	);
	return (
		<section class="chosen" aria-labelledby="backup-chosen">
			<h4 id="backup-chosen" tabIndex={-1} ref={heading}>
				{translate("backupChosen", name)}
			</h4>
			<p>{translate("backupChosenMade", formatTime(Date.parse(summary.madeAt)), summary.galley)}</p>
			<div class="scroll">
				<table>
					<thead>
						<tr>
							<th scope="col">{translate("backupKind")}</th>
							{COLUMNS.map(([, label]) => (
								<th key={label} scope="col">
									{translate(label)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{kinds.map((store) => (
							<tr key={store}>
								<th scope="row">{translate(`backupKind_${store}`)}</th>
								{COLUMNS.map(([column]) => {
									const count = summary.differences[store][column];
									return (
										<td key={column} class={count === 0 ? "none" : undefined}>
											{count}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<dl class="restore-ways">
				{modes.map((mode, at) => (
					<div key={mode}>
						<dt>
							<button
								type="button"
								class={at === 0 ? "primary" : undefined}
								aria-describedby={`restore-${mode}`}
								onClick={() => void backups.restore(mode)}
							>
								{translate(WAYS[mode][0])}
							</button>
						</dt>
						<dd id={`restore-${mode}`}>{translate(WAYS[mode][1])}</dd>
					</div>
				))}
				<div>
					<dt>
						<button type="button" class="quiet" onClick={backups.putAway}>
							{translate("backupCancel")}
						</button>
					</dt>
					<dd>{translate("backupKeeps")}</dd>
				</div>
			</dl>
		</section>
	);
}
