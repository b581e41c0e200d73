import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { ArchiveDesk } from "../archive/archive-desk.ts";
import { ArchivePanel } from "../archive/archive-panel.tsx";
import { archivedPlace } from "../archive/archived-place.ts";
import { ConflictList } from "../connections/conflict-list.tsx";
import { ConnectionStatus } from "../connections/connection-status.tsx";
import type { Connections } from "../connections/connections.ts";
import { PublicationCards } from "../connections/publication-card.tsx";
import { PublishArchived } from "../connections/publish-archived.tsx";
import { DraftPanel } from "../draft/draft-panel.tsx";
import { UnsavedText } from "../fields/unsaved-text.tsx";
import { SetUpQuestions } from "../first-run/set-up/set-up.tsx";
import { createActions } from "../keys/actions.ts";
import { KeysDialog } from "../keys/keys-dialog.tsx";
import { listenToKeys } from "../keys/listen.ts";
import { followTyping } from "../keys/native-undo.ts";
import type { BackupDesk } from "../settings/backup-desk.ts";
import { BackupNudge } from "../settings/backup-nudge.tsx";
import { SettingsPanel } from "../settings/settings-panel.tsx";
import { ShelfPanel } from "../shelf/shelf-panel.tsx";
import { SponsorsPanel } from "../sponsors/sponsors-panel.tsx";
import { StylePanel } from "../style/style-panel.tsx";
import { useDrawnOnceRead } from "../ui/drawn-once-read.ts";
import type { Desk } from "./desk.ts";
import { Masthead, PANEL_NAMES } from "./masthead.tsx";
import { Notice } from "./notice.tsx";
import type { Route } from "./route.ts";
import { UpgradeWaiting } from "./upgrade-waiting.tsx";
import "../settings/safety.css";

interface PageProps {
	desk: Desk;
	archiveDesk: ArchiveDesk;
	backupDesk: BackupDesk;
	connections: Connections;
	/** Whether an upgrade of the database waits for another page to close. */
	waiting: ReadonlySignal<boolean>;
	route: ReadonlySignal<Route>;
}

/** The options page: links to the panels, the open panel, and the notice. */
export function OptionsPage({
	desk,
	archiveDesk,
	backupDesk,
	connections,
	waiting,
	route,
}: PageProps) {
	const { panel, detail } = route.value;
	const main = useRef<HTMLElement>(null);
	const first = useRef(true);
	const keysShown = useSignal(false);
	const showKeys = () => {
		keysShown.value = true;
	};

	const focused = document.activeElement;
	useEffect(() => {
		// The panel may already have focused an element, for example the search field.
		const now = document.activeElement;
		const isGiven = now !== focused && main.current?.contains(now);
		if (!first.current && !isGiven) main.current?.focus();
		first.current = false;
		document.title = `${translate(PANEL_NAMES[panel])} – Galley`;
	}, [panel, detail]);

	// The line above the panel and the panels themselves need what is read here.
	const isDrawn = useDrawnOnceRead(
		() =>
			(desk.stored.draft.value !== null || desk.stored.failure.value !== null) &&
			(desk.bookings.calendar.value !== null || desk.bookings.failure.value !== null) &&
			backupDesk.reminder.isRead.value &&
			connections.known.value !== undefined &&
			desk.firstSteps.isRead.value,
	);

	useEffect(() => {
		const endTyping = followTyping(document);
		const endKeys = listenToKeys(document, createActions(desk, route, showKeys));
		return () => {
			endTyping();
			endKeys();
		};
	}, [desk, route]);

	return (
		<>
			<div>
				<Masthead desk={desk} panel={panel} showKeys={showKeys} />
				{isDrawn && <BackupNudge backupDesk={backupDesk} />}
				{isDrawn && <ConnectionStatus connections={connections} />}
				<UpgradeWaiting waiting={waiting} />
				{isDrawn && <UnsavedText desk={desk} />}
			</div>
			{isDrawn && (
				<main ref={main} tabIndex={-1} class={`panel panel-${panel}`}>
					{panel === "draft" && <PublicationCards connections={connections} />}
					{panel === "draft" && <ConflictList connections={connections} />}
					{panel === "draft" && <SetUpQuestions desk={desk} archiveDesk={archiveDesk} />}
					{panel === "draft" && <DraftPanel desk={desk} />}
					{panel === "archive" && (
						<PublishArchived connections={connections} id={archivedPlace(detail).issueId} />
					)}
					{panel === "archive" && (
						<ArchivePanel desk={desk} archiveDesk={archiveDesk} detail={detail} />
					)}
					{panel === "sponsors" && <SponsorsPanel desk={desk} id={detail} />}
					{panel === "shelf" && <ShelfPanel desk={desk} />}
					{panel === "settings" && (
						<SettingsPanel
							desk={desk}
							backupDesk={backupDesk}
							connections={connections}
							part={detail}
						/>
					)}
					{panel === "style" && <StylePanel desk={desk} group={detail} />}
				</main>
			)}
			<Notice desk={desk} />
			{keysShown.value && (
				<KeysDialog
					desk={desk}
					close={() => {
						keysShown.value = false;
					}}
				/>
			)}
		</>
	);
}
