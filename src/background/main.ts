/**
 * The worker. Listeners are registered at once and synchronously: the event that wakes a stopped
 * worker is lost to whatever listens later.
 */

import { backUpWeekly } from "../backup/weekly.ts";
import { undoClip } from "../capture/answer.ts";
import { clipFromCommand } from "../capture/command.ts";
import { showCurrentCount } from "../capture/count.ts";
import { clipFromMenu } from "../capture/menu.ts";
import { useOriginal } from "../capture/original.ts";
import { showSectionMenus } from "../capture/section-menus.ts";
import { sureSection } from "../capture/sure-section.ts";
import { toConsole } from "../core/errors/to-console.ts";
import { onChange } from "../data/db/changes.ts";
import { database, upgradeBy } from "../data/db/database.ts";
import { UPGRADES } from "../data/db/upgrades/upgrades.ts";
import { renewLinkKeys } from "../data/links/link-keys.ts";

import { teach } from "../data/suggestion/teaching.ts";
import { endLeftFlashes, showTick } from "../extension/badge.ts";
import { onCommand } from "../extension/commands.ts";
import { onBrowserStart } from "../extension/lifecycle.ts";
import { onMenuClick } from "../extension/menus.ts";
import { onMessage } from "../extension/messages.ts";
import { onPermissions } from "../extension/permissions.ts";
import { pageOf } from "../extension/tabs.ts";

upgradeBy(UPGRADES);

onBrowserStart(() => visibly(showSectionMenus(true)));
onMenuClick((click, tab) => visibly(clipFromMenu(click, tab)));
onCommand((command, page) => visibly(page.then((shown) => clipFromCommand(command, shown))));
onMessage(async (message) => {
	if ("undo" in message) return undoClip(message.undo);
	if ("original" in message) return useOriginal(message.original);
	if ("upgrade" in message) {
		await database();
		return undefined;
	}
	if ("suggest" in message) return JSON.stringify(await sureSection(await pageOf(message.suggest)));
	const { clipped, tabId } = message;
	if (tabId !== null) visibly(showTick(tabId));
	visibly(teach([clipped]));
	return undefined;
});
// Without its permission the weekly backup is off, and is to be shown so at once.
onPermissions(() => visibly(backUpWeekly()));
onChange((stores) => {
	if (stores.includes("items") || stores.includes("drafts")) visibly(showCurrentCount());
	if (stores.includes("settings")) {
		visibly(showSectionMenus());
		visibly(showCurrentCount());
	}
});

// What the browser forgets, and what changed or was left while the worker was stopped.
visibly(endLeftFlashes());
visibly(showSectionMenus());
visibly(showCurrentCount());
visibly(backUpWeekly());
visibly(renewLinkKeys());

/**
 * What is left to fail here has no page to say it on: a closed tab, a browser shutting down.
 * Given back to the browser, so that Firefox does not take the worker for idle meanwhile.
 */
function visibly(work: Promise<void>): Promise<void> {
	return work.catch(toConsole);
}
