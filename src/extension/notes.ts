import browser from "webextension-polyfill";

/**
 * What Galley notes about itself rather than about the newsletter, such as when it last made a
 * backup. It is apart from the database, and survives it.
 */
export async function noted(key: string): Promise<unknown> {
	return (await browser.storage.local.get(key))[key];
}

/** Notes a value, plain JSON, in place of what was noted under the key. */
export async function note(key: string, value: unknown): Promise<void> {
	await browser.storage.local.set({ [key]: value });
}

/** Calls `listener` whenever another value is noted, here or elsewhere, until it is ended. */
export function onNote(key: string, listener: (value: unknown) => void): () => void {
	const hear = (changes: Record<string, browser.Storage.StorageChange>) => {
		if (key in changes) listener(changes[key]?.newValue);
	};
	browser.storage.local.onChanged.addListener(hear);
	return () => browser.storage.local.onChanged.removeListener(hear);
}
