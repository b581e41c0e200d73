/**
 * The background worker. All listeners are registered synchronously at its start, because the event that
 * starts a stopped worker is not delivered to listeners that are registered later.
 */

import { backUpWeekly } from "../backup/weekly.ts";
import { clipFromCommand } from "../capture/command.ts";
import { showCurrentCount } from "../capture/count.ts";
import { clipFromMenu } from "../capture/menu.ts";
import { undoClip } from "../capture/notify.ts";
import { useOriginal } from "../capture/original.ts";
import { showSectionMenus } from "../capture/section-menus.ts";
import { suggestedSection } from "../capture/suggested-section.ts";
import { logError } from "../core/errors/log-error.ts";
import { onChange, type StoreName } from "../data/db/changes.ts";
import { database, setUpgrade } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { renewLinkKeys } from "../data/links/link-keys.ts";
import { trainSuggestion } from "../data/suggestion/training.ts";
import { endLeftFlashes, showTick } from "../extension/badge.ts";
import { onCommand } from "../extension/commands.ts";
import { onBrowserStart } from "../extension/lifecycle.ts";
import { onMenuClick } from "../extension/menus.ts";
import { onMessage } from "../extension/messages.ts";
import { onPermissions } from "../extension/permissions.ts";
import { pageOf } from "../extension/tabs.ts";

/** The stores whose changes may change the badge. The settings contain which draft is the current one. */
const COUNTED: ReadonlySet<StoreName> = new Set(["items", "drafts", "settings", "outbox"]);

setUpgrade(UPGRADES);

onBrowserStart(() => reportErrors(showSectionMenus(true)));
onMenuClick((click, tab) => reportErrors(clipFromMenu(click, tab)));
onCommand((command, page) => reportErrors(page.then((shown) => clipFromCommand(command, shown))));
onMessage(async (message) => {
	if ("undo" in message) return undoClip(message.undo);
	if ("original" in message) return useOriginal(message.original);
	if ("upgrade" in message) {
		await database();
		return undefined;
	}
	if ("suggest" in message)
		return JSON.stringify(await suggestedSection(await pageOf(message.suggest)));
	const { clipped, tabId } = message;
	if (tabId !== null) reportErrors(showTick(tabId));
	reportErrors(trainSuggestion([clipped]));
	return undefined;
});
// Without its permission, the weekly backup is switched off, and the interface must show this at once.
onPermissions(() => reportErrors(backUpWeekly()));
onChange((stores) => {
	if (stores.some((store) => COUNTED.has(store))) reportErrors(showCurrentCount());
	if (stores.includes("settings")) reportErrors(showSectionMenus());
});

// Restores what the browser forgets, and updates what changed while the worker was stopped.
reportErrors(endLeftFlashes());
reportErrors(showSectionMenus());
reportErrors(showCurrentCount());
reportErrors(backUpWeekly());
reportErrors(renewLinkKeys());

/**
 * Writes errors to the console, because there is no page to show them on. They are rare, for example when a
 * tab is closed or the browser shuts down. The promise is returned to the browser, so that Firefox does not
 * treat the worker as idle in the meantime.
 */
function reportErrors(work: Promise<void>): Promise<void> {
	return work.catch(logError);
}
