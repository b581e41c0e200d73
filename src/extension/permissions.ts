import browser from "webextension-polyfill";
import { isFirefox } from "./which.ts";

/** The permissions that Galley may request after installation, each at the click that needs it. */
export type OptionalPermission = "downloads";

/** The optional permissions in the manifest. A browser leaves out those that it does not know. */
export function optionalPermissions(): OptionalPermission[] {
	return (browser.runtime.getManifest().optional_permissions ?? []) as OptionalPermission[];
}

/** Whether Galley has the permission now. */
export function hasPermission(permission: OptionalPermission): Promise<boolean> {
	return browser.permissions.contains({ permissions: [permission] });
}

/**
 * Requests a permission. Must be called first in the handler of a click, because browsers only allow a
 * request there. Resolves to whether Galley has the permission.
 */
export function askFor(permission: OptionalPermission): Promise<boolean> {
	return browser.permissions.request({ permissions: [permission] });
}

/**
 * The kinds of data that are sent to a connected host, in Firefox's terms. Firefox asks for consent to them
 * as well.
 */
const SENT_TO_HOSTS = ["authenticationInfo", "browsingActivity", "websiteContent"] as const;

/**
 * Whether Galley may connect to a host, given as `https://git.example/*`. In Firefox, the consent to send
 * data can be withdrawn separately, and is then missing.
 */
export function holdsHost(pattern: string): Promise<boolean> {
	return browser.permissions.contains(hostPermission(pattern));
}

/** Requests the permission for a host, as `askFor` does for other permissions. */
export function askForHost(pattern: string): Promise<boolean> {
	return browser.permissions.request(hostPermission(pattern));
}

/** Removes the permission for a host. */
export async function giveBackHost(pattern: string): Promise<void> {
	await browser.permissions.remove(hostPermission(pattern));
}

function hostPermission(pattern: string) {
	const origins = [pattern];
	return isFirefox() ? { origins, data_collection: [...SENT_TO_HOSTS] } : { origins };
}

/** Removes a permission. */
export async function removePermission(permission: OptionalPermission): Promise<void> {
	await browser.permissions.remove({ permissions: [permission] });
}

/**
 * Whether the browser keeps Galley's data when the disk is full although the storage is not marked as
 * persistent. Chromium does so for extensions with `unlimitedStorage`. Firefox marks the storage as
 * persistent.
 */
export async function isUnlimited(): Promise<boolean> {
	if (isFirefox()) return false;
	return browser.permissions.contains({ permissions: ["unlimitedStorage"] });
}

/**
 * Calls `listener` when a permission is granted or removed, here or in the browser's settings. In the
 * worker, it must be called at the start; the promise is returned to the browser, which keeps the worker
 * running until it is settled.
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
