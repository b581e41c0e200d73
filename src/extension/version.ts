import browser from "webextension-polyfill";

/** The version of the running Galley. */
export function galleyVersion(): string {
	return browser.runtime.getManifest().version;
}
