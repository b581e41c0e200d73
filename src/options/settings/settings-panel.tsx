import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type StringKey, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import { ConnectionSection } from "../connections/connection-section.tsx";
import type { Connections } from "../connections/connections.ts";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import { focusById } from "../ui/focus.ts";
import { PanelHeading } from "../ui/panel-heading.tsx";
import { PartsNav } from "../ui/parts-nav.tsx";
import type { BackupDesk } from "./backup-desk.ts";
import { BackupView } from "./backup-view.tsx";
import { BackupWeekly } from "./backup-weekly.tsx";
import { NewsletterView } from "./newsletter-view.tsx";
import { PermissionsView } from "./permissions-view.tsx";
import { PreflightSwitches } from "./preflight-switches.tsx";
import { StorageView } from "./storage-view.tsx";
import "./settings.css";

interface SettingsPartProps {
	desk: Desk;
	backupDesk: BackupDesk;
	connections: Connections;
}

/** The parts of the settings, in order. */
const PARTS: readonly {
	id: string;
	name: StringKey;
	View(props: SettingsPartProps): ComponentChildren;
}[] = [
	{ id: "newsletter", name: "newsletterHeading", View: NewsletterView },
	{
		id: "backup",
		name: "backupHeading",
		View: ({ backupDesk: { backups, reminder } }) => (
			<BackupView backups={backups} reminder={reminder} />
		),
	},
	{ id: "weekly", name: "backupWeekly", View: BackupWeekly },
	{
		id: "connections",
		name: "connectionHeading",
		View: ({ connections, desk }) => <ConnectionSection connections={connections} desk={desk} />,
	},
	{
		id: "storage",
		name: "storageHeading",
		View: ({ backupDesk }) => <StorageView facts={backupDesk.facts} />,
	},
	{
		id: "permissions",
		name: "permissionsHeading",
		View: ({ backupDesk }) => <PermissionsView facts={backupDesk.facts} />,
	},
	{ id: "preflight", name: "optionsPreflightSwitches", View: PreflightSwitches },
];

const partId = (id: string) => `settings-${id}`;

interface SettingsPanelProps extends SettingsPartProps {
	/** The part in the address; empty if there is none. */
	part: string;
}

/** The settings of Galley, and those of the newsletter other than its style. */
export function SettingsPanel({ desk, backupDesk, connections, part }: SettingsPanelProps) {
	const { backups, facts } = backupDesk;
	useEffect(() => facts.follow(), [facts]);
	const isDrawn = useDrawnOnceRead(() => facts.facts.value !== null && backups.isRead.value);

	useEffect(() => {
		// After the page has focused the panel, which it does for every address.
		if (part !== "" && isDrawn) setTimeout(() => void focusById(partId(part)), 0);
	}, [part, isDrawn]);

	if (!isDrawn) return null;
	const hasPermissions = facts.facts.value?.permissions?.length !== 0;
	const parts = PARTS.filter(({ id }) => id !== "permissions" || hasPermissions);
	return (
		<>
			<PanelHeading>{translate("optionsPanelSettings")}</PanelHeading>
			<FailureAlert desk={desk} />
			<div class="settings">
				<PartsNav
					label={translate("settingsParts")}
					panel="settings"
					parts={parts.map(({ id, name }) => ({ id, name: translate(name) }))}
					current={part}
					partId={partId}
				/>
				<div class="settings-parts">
					{parts.map(({ id, View }) => (
						<div key={id} id={partId(id)} tabIndex={-1}>
							<View desk={desk} backupDesk={backupDesk} connections={connections} />
						</div>
					))}
				</div>
			</div>
		</>
	);
}
