import browser from "webextension-polyfill";

/**
 * The few things that are said to the worker. None carries data of the editor's: an id to look
 * up, the tab in which something has happened or whose page is asked about, or the wish that the database
 * be upgraded.
 */
type Message =
	| { undo: string }
	| { original: string }
	| { clipped: string; tabId: number | null }
	| { suggest: number }
	| { upgrade: true };

/** The section a page surely belongs to, by its id. */
export interface SureSection {
	section: string;
	/** What the archive has of the page's host: so many of all stood in that section. Null without. */
	learnedFrom: { host: string; inSection: number; all: number } | null;
}

/** Has the worker bring the database to the schema of this version; resolves once it is there. */
export async function askForUpgrade(): Promise<void> {
	await browser.runtime.sendMessage({ upgrade: true } satisfies Message);
}

/** Asks the worker, which learns about sections, where the page of a tab belongs; null when unsure. */
export async function askForSection(tabId: number): Promise<SureSection | null> {
	const answer = await browser.runtime.sendMessage({ suggest: tabId } satisfies Message);
	return typeof answer === "string" ? (JSON.parse(answer) as SureSection | null) : null;
}

/**
 * Tells the worker that the popup has clipped an item, so that it is learned from, and the badge
 * of the tab shows a tick.
 */
export async function tellClipped(item: string, tabId: number | null): Promise<void> {
	await browser.runtime.sendMessage({ clipped: item, tabId } satisfies Message);
}

/**
 * Answers messages; what `answer` resolves to goes back to whoever sent it. What comes from
 * elsewhere or has another shape is passed over. Must be called while the worker starts.
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
