import { useEffect } from "preact/hooks";
import { say } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Failure } from "../app/failure.tsx";
import { ConnectionSection } from "../connections/connection-section.tsx";
import type { Connections } from "../connections/connections.ts";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import type { BackupDesk } from "./backup-desk.ts";
import { BackupView } from "./backup-view.tsx";
import { BackupWeekly } from "./backup-weekly.tsx";
import { PermissionsView } from "./permissions-view.tsx";
import { PreflightSwitches } from "./preflight-switches.tsx";
import { StorageView } from "./storage-view.tsx";
import "./settings.css";

/** What concerns Galley rather than the newsletter. */
export function SettingsPanel({
	desk,
	backupDesk,
	connections,
}: {
	desk: Desk;
	backupDesk: BackupDesk;
	connections: Connections;
}) {
	const { backups, facts } = backupDesk;
	useEffect(() => facts.follow(), [facts]);
	const isDrawn = useDrawnOnceRead(() => facts.facts.value !== null && backups.isRead.value);
	if (!isDrawn) return null;
	return (
		<>
			<h2>{say("optionsPanelSettings")}</h2>
			<Failure desk={desk} />
			<BackupView backups={backups} reminder={backupDesk.reminder} />
			<BackupWeekly backupDesk={backupDesk} />
			<ConnectionSection connections={connections} />
			<StorageView facts={facts} />
			<PermissionsView facts={facts} />
			<PreflightSwitches desk={desk} />
		</>
	);
}
