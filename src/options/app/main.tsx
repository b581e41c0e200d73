import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { logError } from "../../core/errors/log-error.ts";
import { database, setUpgrade } from "../../data/db/database.ts";
import { UPGRADES } from "../../data/db/upgrades/upgrades.ts";
import { watchDatabase } from "../../data/db/watch.ts";
import { emptyBin } from "../../data/items/bin.ts";
import "../../ui/theme.css";
import "./theme.css";
import "./options.css";
import { backUpWeekly } from "../../backup/weekly.ts";
import { showItemCount } from "../../capture/count.ts";
import { showSectionMenus } from "../../capture/section-menus.ts";
import { download, downloadBlob } from "../../extension/download.ts";
import {
	askFor,
	askForHost,
	giveBackHost,
	hasPermission,
	holdsHost,
	isUnlimited,
	onPermissions,
	optionalPermissions,
	removePermission,
} from "../../extension/permissions.ts";
import { forgetsFiles } from "../../extension/saved-files.ts";
import { shortcuts } from "../../extension/shortcuts.ts";
import { setPageLanguage } from "../../extension/strings.ts";
import { galleyVersion } from "../../extension/version.ts";
import { ignoreComposition } from "../../ui/composition.ts";
import { createArchiveDesk } from "../archive/archive-desk.ts";
import { keepLearning } from "../archive/section-learning.ts";
import { createConnections } from "../connections/connections.ts";
import { createBackupDesk } from "../settings/backup-desk.ts";
import { createDesk } from "./desk.ts";
import { OptionsPage } from "./page.tsx";
import { createRoute, hashOf, shownDraft } from "./route.ts";
import { onTimePassed } from "./time-passed.ts";
import { startBackup, startGit, startImport, startLearning, startSearch } from "./workers.ts";

ignoreComposition();
setUpgrade(UPGRADES);

const waiting = signal(false);
// This must run before any code opens the database.
watchDatabase((news) => {
	if (news === "gone") void desk.stored.refresh();
	else waiting.value = true;
});

const connections = createConnections({
	startGit,
	holdsHost,
	askForHost,
	giveBackHost,
	onPermissions,
	onOnline(listener) {
		addEventListener("online", listener);
		return () => removeEventListener("online", listener);
	},
});

const route = createRoute(window);
const desk = createDesk(
	{
		download,
		copy: (text) => navigator.clipboard.writeText(text),
		shortcuts,
		storage: localStorage,
		published: (issueId, label) => void connections.publish(issueId, label),
	},
	shownDraft(route),
);
desk.start();
connections.start();

const waited = () => {
	waiting.value = false;
};
database().then(waited, waited);

const archiveDesk = createArchiveDesk(desk, { startImport, startSearch });
keepLearning(startLearning, (progress) => {
	archiveDesk.rereading.value = progress;
});

const backupDesk = createBackupDesk(desk, {
	startBackup,
	download: downloadBlob,
	galley: galleyVersion(),
	storage: navigator.storage,
	isUnlimited,
	optional: optionalPermissions,
	holds: hasPermission,
	giveBack: removePermission,
	onPermissions,
	onTimePassed,
	forgetsFiles,
	askForDownloads: () => askFor("downloads"),
	backUp: backUpWeekly,
});
backupDesk.start();

// The manifest asks for unlimited storage, so the browser grants persistence without a prompt. If it does
// not, the settings say so and offer a button.
navigator.storage
	?.persisted()
	.then((kept) => kept || navigator.storage.persist())
	.catch((error: unknown) => {
		console.error("Galley: the browser was not asked to keep what is stored.", error);
	});

// Opening the page is one of the occasions for the weekly backup. A failure is stored and shown to the
// editor.
backUpWeekly().catch((error: unknown) => {
	console.error("Galley: the weekly backup was not looked after.", error);
});

// Items that have been in the bin for 30 days are deleted. If that fails, the next page that opens tries
// again.
emptyBin().catch((error: unknown) => {
	console.error("Galley: the bin was not emptied.", error);
});

// When the draft in the address has been published or deleted, the address changes to the current draft.
effect(() => {
	const { draft } = desk.stored;
	const { panel, detail } = route.value;
	if (panel !== "draft" || detail === "" || !draft.value || draft.value.id === detail) return;
	if (!desk.stored.drafts.value.some(({ id }) => id === detail)) location.replace(hashOf("draft"));
});

effect(() => {
	const { draft, items, currentDraft } = desk.stored;
	// The state of the connection is read again after each sync, when no change may wait any longer.
	connections.known.value;
	if (!draft.value || draft.value.id !== currentDraft.value) return;
	showItemCount(items.value.length).catch(logError);
});

// The service worker also follows the house style, but only while it is running.
effect(() => {
	desk.stored.style.value;
	void showSectionMenus();
});

addEventListener("pagehide", desk.leave);
addEventListener("visibilitychange", () => {
	if (document.visibilityState === "hidden") desk.leave();
});

setPageLanguage();
const root = document.getElementById("root");
if (root) {
	render(
		<OptionsPage
			desk={desk}
			archiveDesk={archiveDesk}
			backupDesk={backupDesk}
			connections={connections}
			waiting={waiting}
			route={route}
		/>,
		root,
	);
}
