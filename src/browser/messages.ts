import browser from "webextension-polyfill";

/**
 * The few things that are said to the worker. None carries data of the editor's: an id to look
 * up, or the tab in which something has happened.
 */
export type Message = { undo: string } | { clippedIn: number };

/** Tells the worker that the popup has clipped in this tab, so that its badge shows a tick. */
export async function tellClipped(tabId: number): Promise<void> {
	await browser.runtime.sendMessage({ clippedIn: tabId } satisfies Message);
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
	return (
		("undo" in message && typeof message.undo === "string") ||
		("clippedIn" in message && typeof message.clippedIn === "number")
	);
}
