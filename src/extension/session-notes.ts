import browser from "webextension-polyfill";

/** Stores a text until the browser is closed, even if the background worker is stopped in between. */
export async function noteForSession(key: string, text: string): Promise<void> {
	await browser.storage.session.set({ [key]: text });
}

/** The text stored under a key; null if there is none. */
export async function notedInSession(key: string): Promise<string | null> {
	const found = (await browser.storage.session.get(key))[key];
	return typeof found === "string" ? found : null;
}
