import browser from "webextension-polyfill";
import { isFirefox } from "./which.ts";

/** What Galley may ask for beyond what it is installed with, each at the click that needs it. */
export type OptionalPermission = "downloads";

/** Those of the manifest. A browser that knows one of them not leaves it out. */
export function optionalPermissions(): OptionalPermission[] {
	return (browser.runtime.getManifest().optional_permissions ?? []) as OptionalPermission[];
}

/** Whether Galley holds it now. */
export function holds(permission: OptionalPermission): Promise<boolean> {
	return browser.permissions.contains({ permissions: [permission] });
}

/**
 * Has the browser ask for it. To be called first thing in the click: the browser asks only then.
 * Resolves to whether Galley holds it.
 */
export function askFor(permission: OptionalPermission): Promise<boolean> {
	return browser.permissions.request({ permissions: [permission] });
}

/** What a host is sent once it is connected, in the words of Firefox, which asks for it as well. */
const SENT_TO_HOSTS = ["authenticationInfo", "browsingActivity", "websiteContent"] as const;

/** Whether Galley may connect to a host, given as `https://git.example/*`. */
export function holdsHost(pattern: string): Promise<boolean> {
	return browser.permissions.contains({ origins: [pattern] });
}

/** Has the browser ask for a host, as `askFor` does for a permission. */
export function askForHost(pattern: string): Promise<boolean> {
	return browser.permissions.request(hostPermission(pattern));
}

/** Gives the permission for a host back. */
export async function giveBackHost(pattern: string): Promise<void> {
	await browser.permissions.remove(hostPermission(pattern));
}

function hostPermission(pattern: string) {
	const origins = [pattern];
	return isFirefox() ? { origins, data_collection: [...SENT_TO_HOSTS] } : { origins };
}

/** Gives it back. */
export async function giveBack(permission: OptionalPermission): Promise<void> {
	await browser.permissions.remove({ permissions: [permission] });
}

/**
 * Whether the browser keeps what Galley stores however full the disk is, without calling it
 * persistent: Chromium spares whoever holds `unlimitedStorage`. Firefox makes it persistent.
 */
export async function isUnlimited(): Promise<boolean> {
	if (isFirefox()) return false;
	return browser.permissions.contains({ permissions: ["unlimitedStorage"] });
}

/**
 * Calls `listener` when one is given or taken, here or in the browser's own pages. In the worker at
 * its start; the browser is given its promise there, to keep the worker until it is done.
 */
export function onPermissions(listener: () => void | Promise<void>): () => void {
	const { onAdded, onRemoved } = browser.permissions;
	onAdded.addListener(listener);
	onRemoved.addListener(listener);
	return () => {
		onAdded.removeListener(listener);
		onRemoved.removeListener(listener);
	};
}
