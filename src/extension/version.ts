import browser from "webextension-polyfill";

/** The version of Galley that runs. */
export function galleyVersion(): string {
	return browser.runtime.getManifest().version;
}
