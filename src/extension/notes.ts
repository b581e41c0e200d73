import browser from "webextension-polyfill";

/**
 * Reads a note about Galley itself, such as the time of the last backup. Notes are stored outside the
 * database, so they remain when the database is deleted.
 */
export async function readNote(key: string): Promise<unknown> {
	return (await browser.storage.local.get(key))[key];
}

/** Stores a value (plain JSON) under a key and replaces the former one. */
export async function writeNote(key: string, value: unknown): Promise<void> {
	await browser.storage.local.set({ [key]: value });
}

/**
 * Calls `listener` whenever another value is stored under the key, on any page, until the returned function
 * is called.
 */
export function onNote(key: string, listener: (value: unknown) => void): () => void {
	const onChanged = (changes: Record<string, browser.Storage.StorageChange>) => {
		if (key in changes) listener(changes[key]?.newValue);
	};
	browser.storage.local.onChanged.addListener(onChanged);
	return () => browser.storage.local.onChanged.removeListener(onChanged);
}
