import browser from "webextension-polyfill";
import { translate, translateCount } from "./strings.ts";

/** Follows the number of items while changes wait to be shared. */
const UNSHARED = "↑";
const TICK = "✓";
const MARK = "!";
const TICK_MS = 1_500;
/** Longer than the tick, because the mark comes with a sentence that takes time to find and read. */
const MARK_MS = 8_000;

const COUNT_COLOR = "#5f5a52";
const TICK_COLOR = "#2d6a3e";
const MARK_COLOR = "#b3261e";
const TEXT_COLOR = "#ffffff";

/** The prefix, followed by the tab's id, under which it is noted that a flash is shown there. */
const FLASHING = "flashing-";

/**
 * Shows the number of items in the current draft on the toolbar button; nothing for 0.
 *
 * @param unshared how many changes wait to be shared; an arrow and the tooltip say that there are some
 */
export async function showCount(count: number, unshared: number): Promise<void> {
	const { action } = browser;
	const number = count > 0 ? String(count) : "";
	const waiting = unshared > 0 ? `. ${translateCount("actionUnshared", unshared)}` : "";
	await Promise.all([
		action.setBadgeText({ text: unshared > 0 ? number + UNSHARED : number }),
		action.setTitle({ title: translate("actionTitle") + waiting }),
		action.setBadgeBackgroundColor({ color: COUNT_COLOR }),
		action.setBadgeTextColor({ color: TEXT_COLOR }),
	]);
}

/** Shows a tick in place of the count for a moment, on this tab. */
export function showTick(tabId: number): Promise<void> {
	return flash(tabId, TICK, TICK_COLOR, TICK_MS);
}

/** Shows the mark of a failure on this tab, with the sentence as the button's tooltip. */
export async function showMark(tabId: number, sentence: string): Promise<void> {
	await browser.action.setTitle({ tabId, title: sentence });
	await flash(tabId, MARK, MARK_COLOR, MARK_MS);
}

/** Removes the ticks and marks that remained when the worker was stopped. Called when the worker starts. */
export async function endLeftFlashes(): Promise<void> {
	const noted = Object.keys(await browser.storage.session.get(null));
	const left = noted.filter((key) => key.startsWith(FLASHING));
	await Promise.all(left.map((key) => endFlash(Number(key.slice(FLASHING.length)))));
}

/**
 * Shows a text on the badge of one tab for a moment. It covers the count, which is the same for all tabs,
 * so the count does not have to be restored. The flash is noted, so that it can be removed if the worker is
 * stopped before.
 */
async function flash(tabId: number, text: string, color: string, ms: number): Promise<void> {
	const { action } = browser;
	await browser.storage.session.set({ [FLASHING + tabId]: text });
	await action.setBadgeBackgroundColor({ tabId, color });
	await action.setBadgeText({ tabId, text });
	await new Promise((resolve) => setTimeout(resolve, ms));
	await endFlash(tabId, text);
}

/**
 * @param text only a flash with this text is removed, because a later flash with another text is removed by
 *   its own call
 */
async function endFlash(tabId: number, text: string | null = null): Promise<void> {
	const { action, storage } = browser;
	try {
		if (text !== null && (await action.getBadgeText({ tabId })) !== text) return;
		await storage.session.remove(FLASHING + tabId);
		await action.setBadgeText({ tabId, text: null });
		await action.setTitle({ tabId, title: null });
		await action.setBadgeBackgroundColor({ tabId, color: COUNT_COLOR });
	} catch {
		// The tab has been closed, and its badge with it.
		await storage.session.remove(FLASHING + tabId);
	}
}
