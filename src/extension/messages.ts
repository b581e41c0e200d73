import browser from "webextension-polyfill";

/**
 * The messages to the background worker. None contains data of the editor: only an id to look up, a tab, or
 * the request to upgrade the database.
 */
type Message =
	| { undo: string }
	| { original: string }
	| { clipped: string; tabId: number | null }
	| { suggest: number }
	| { upgrade: true };

/** The section that a page very probably belongs to, by its id. */
export interface SuggestedSection {
	section: string;
	/**
	 * How many of the archive's links to the page's host were in that section, and how many there are in
	 * all; null if this is not known.
	 */
	learnedFrom: { host: string; inSection: number; all: number } | null;
}

/** Asks the worker to upgrade the database to the schema of this version. Resolves when this is done. */
export async function askForUpgrade(): Promise<void> {
	await browser.runtime.sendMessage({ upgrade: true } satisfies Message);
}

/**
 * Asks the worker for the section of the page in a tab, because the worker learns about sections; null if
 * it is uncertain.
 */
export async function askForSection(tabId: number): Promise<SuggestedSection | null> {
	const answer = await browser.runtime.sendMessage({ suggest: tabId } satisfies Message);
	return typeof answer === "string" ? (JSON.parse(answer) as SuggestedSection | null) : null;
}

/**
 * Tells the worker that the popup has clipped an item, so that it learns from the item and shows a tick on
 * the tab's badge.
 */
export async function notifyClipped(item: string, tabId: number | null): Promise<void> {
	await browser.runtime.sendMessage({ clipped: item, tabId } satisfies Message);
}

/**
 * Answers messages with the result of `answer`. Messages from outside Galley or in another form are
 * ignored. Must be called synchronously when the worker starts.
 */
export function onMessage(answer: (message: Message) => Promise<string | undefined>): void {
	browser.runtime.onMessage.addListener(
		(message: unknown, sender: browser.Runtime.MessageSender) => {
			if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined;
			return answer(message);
		},
	);
}

function isMessage(message: unknown): message is Message {
	if (typeof message !== "object" || message === null) return false;
	if ("undo" in message) return typeof message.undo === "string";
	if ("original" in message) return typeof message.original === "string";
	if ("suggest" in message) return typeof message.suggest === "number";
	if ("upgrade" in message) return message.upgrade === true;
	return (
		"clipped" in message &&
		typeof message.clipped === "string" &&
		"tabId" in message &&
		(message.tabId === null || typeof message.tabId === "number")
	);
}
