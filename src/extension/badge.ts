import browser from "webextension-polyfill";

const TICK = "✓";
const MARK = "!";
const TICK_MS = 1_500;
/** Longer than the tick: it comes with a sentence, which takes time to find and read. */
const MARK_MS = 8_000;

const COUNT_COLOR = "#5f5a52";
const TICK_COLOR = "#2d6a3e";
const MARK_COLOR = "#b3261e";
const TEXT_COLOR = "#ffffff";

/** Under this and the tab's id it is noted that a flash is shown there. */
const FLASHING = "flashing-";

/** Shows the number of items in the current draft on the toolbar button; none for 0. */
export async function showCount(count: number): Promise<void> {
	const { action } = browser;
	await Promise.all([
		action.setBadgeText({ text: count > 0 ? String(count) : "" }),
		action.setBadgeBackgroundColor({ color: COUNT_COLOR }),
		action.setBadgeTextColor({ color: TEXT_COLOR }),
	]);
}

/** Shows a tick in place of the count for a moment, on this tab. */
export function showTick(tabId: number): Promise<void> {
	return flash(tabId, TICK, TICK_COLOR, TICK_MS);
}

/** Shows the mark of a failure on this tab, with the sentence where the pointer finds it. */
export async function showMark(tabId: number, sentence: string): Promise<void> {
	await browser.action.setTitle({ tabId, title: sentence });
	await flash(tabId, MARK, MARK_COLOR, MARK_MS);
}

/** Ends the ticks and marks that a worker stopped in the middle has left. At the worker's start. */
export async function endLeftFlashes(): Promise<void> {
	const noted = Object.keys(await browser.storage.session.get(null));
	const left = noted.filter((key) => key.startsWith(FLASHING));
	await Promise.all(left.map((key) => endFlash(Number(key.slice(FLASHING.length)))));
}

/**
 * The flash is the tab's own and lies over the count, which is everybody's: so the two need not
 * know of each other. It is noted, so that it ends even if the worker does before.
 */
async function flash(tabId: number, text: string, color: string, ms: number): Promise<void> {
	const { action } = browser;
	await browser.storage.session.set({ [FLASHING + tabId]: text });
	await action.setBadgeBackgroundColor({ tabId, color });
	await action.setBadgeText({ tabId, text });
	await new Promise((resolve) => setTimeout(resolve, ms));
	await endFlash(tabId, text);
}

/** @param text ends only a flash of this text: a later one of another has its own end */
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
