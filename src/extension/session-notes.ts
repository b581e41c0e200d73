import browser from "webextension-polyfill";

/** Notes a text until the browser is closed; the worker may be stopped in between. */
export async function noteForSession(key: string, text: string): Promise<void> {
	await browser.storage.session.set({ [key]: text });
}

/** What was noted under a key; null for nothing. */
export async function notedInSession(key: string): Promise<string | null> {
	const found = (await browser.storage.session.get(key))[key];
	return typeof found === "string" ? found : null;
}
