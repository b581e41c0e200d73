/** Actions on the extension, run inside Firefox's window; see `firefox-inside.ts`. */
import type { Inside } from "./firefox-inside.ts";
import type { Addon, XulMenuItem, XulNotification, XulPopup } from "./firefox-types.ts";

declare const Services: {
	clipboard: { kGlobalClipboard: number; getData(transferable: object, which: number): void };
};
declare const Cc: Record<string, { createInstance(type: unknown): unknown }>;
declare const Ci: Record<string, unknown>;
declare const ChromeUtils: {
	importESModule(url: string): { AddonManager: { getAddonByID(id: string): Promise<Addon> } };
};

/** The toolbar action itself. */
export async function triggerAction(inside: Inside, extension: string): Promise<void> {
	await inside.actionOf(extension).openPopup(inside.front(), false);
}

/** Id of the open popup's `<browser>`. */
export function popup(inside: Inside, origin: string): number | null {
	return inside.popupOf(origin)?.browserId ?? null;
}

export function badge(inside: Inside, extension: string): string {
	return inside.actionOf(extension).action.getContextData(inside.front().gBrowser.selectedTab)
		.badgeText;
}

export function backgroundState(inside: Inside, extension: string): string {
	return inside.extensionOf(extension).backgroundState;
}

/** Ends the event page as Firefox does after its maximum time, even if it is working. */
export async function stopBackground(inside: Inside, extension: string): Promise<void> {
	await inside.extensionOf(extension).terminateBackground({
		ignoreDevToolsAttached: true,
		disableResetIdleForTest: true,
	});
}

/** Ends the event page as Firefox does with an idle one: not while a listener is working. */
export async function letBackgroundIdle(inside: Inside, extension: string): Promise<void> {
	await inside.extensionOf(extension).terminateBackground({ ignoreDevToolsAttached: true });
}

/** Does the same as the button *Reload* in Firefox's page for developers. */
export async function reloadAddon(_inside: Inside, extension: string): Promise<void> {
	const { AddonManager } = ChromeUtils.importESModule(
		"resource://gre/modules/AddonManager.sys.mjs",
	);
	await (await AddonManager.getAddonByID(extension)).reload();
}

/** Does the same as the switch in Firefox's list of extensions. */
export async function enableAddon(_inside: Inside, extension: string, on: boolean): Promise<void> {
	const { AddonManager } = ChromeUtils.importESModule(
		"resource://gre/modules/AddonManager.sys.mjs",
	);
	const addon = await AddonManager.getAddonByID(extension);
	await (on ? addon.enable() : addon.disable());
}

export async function shortcuts(
	inside: Inside,
	extension: string,
): Promise<Record<string, string>> {
	const commands = await inside.extensionOf(extension).shortcuts.allCommands();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut ?? ""]));
}

/** Runs the `<key>` that Firefox made for `shortcut`. */
export function doShortcut(inside: Inside, extension: string, shortcut: string): void {
	const name = shortcut.split("+").pop() ?? "";
	const code = `VK_${name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}`;
	const keys = [
		...(inside.extensionOf(extension).shortcuts.keysetsMap.get(inside.front())?.children ?? []),
	] as XulMenuItem[];
	const key = keys.find(
		(each) => each.getAttribute("key") === name || each.getAttribute("keycode") === code,
	);
	if (!key) throw new Error(`Firefox has no key for ${shortcut}`);
	key.doCommand();
}

/**
 * Right-clicks at a point of the page and activates Galley's entry with this label; without a label
 * only closes the menu again. Resolves with the labels of Galley's entries.
 */
export async function rightClick(
	inside: Inside,
	id: number,
	extension: string,
	point: { x: number; y: number },
	label: string | null,
): Promise<string[]> {
	const window = inside.front();
	const menu = window.document.getElementById("contentAreaContextMenu") as XulPopup;
	const { left, top } = inside.browserOf(id).getBoundingClientRect();
	const x = left + point.x;
	const y = top + point.y;
	const shown = inside.eventOn(menu, "popupshown");
	window.synthesizeMouseEvent("mousemove", x, y, {});
	window.synthesizeMouseEvent("mousedown", x, y, { button: 2, buttons: 2, clickCount: 1 });
	window.synthesizeMouseEvent("contextmenu", x, y, { button: 2, clickCount: 1 });
	window.synthesizeMouseEvent("mouseup", x, y, { button: 2, clickCount: 1 });
	await shown;

	const prefix = `${extension.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-menuitem-`;
	const items = [...menu.querySelectorAll<XulMenuItem>(`menuitem[id^="${prefix}"]`)];
	const labels = items.map((item) => item.label);
	const item = items.find((each) => each.label === label);
	const hidden = inside.eventOn(menu, "popuphidden");
	if (!item) {
		menu.hidePopup();
		await hidden;
		if (label === null) return labels;
		throw new Error(`No entry “${label}” in the menu; ours there: ${labels.join(", ") || "none"}`);
	}
	// If an extension has several entries, they are in a submenu named after it.
	const above = item.parentElement as XulPopup;
	if (above !== menu) {
		const opened = inside.eventOn(above, "popupshown");
		(above.parentElement as XulMenuItem).openMenu(true);
		await opened;
	}
	above.activateItem(item);
	await hidden;
	return labels;
}

/** Whether Firefox shows its dialog about a permission. */
export function permissionAsked(inside: Inside): boolean {
	const panel = inside.front().document.getElementById("notification-popup") as XulPopup;
	return (
		panel.state !== "closed" &&
		panel.querySelector("#addon-webext-permissions-notification") !== null
	);
}

/** Clicks *Allow* or *Deny* in it; a click in the first moment that it is shown does nothing. */
export function clickPermission(inside: Inside, allow: boolean): void {
	const question = inside
		.front()
		.document.querySelector<XulNotification>("#addon-webext-permissions-notification");
	(allow ? question?.button : question?.secondaryButton)?.click();
}

/** Text on the clipboard; empty when there is none. */
export function clipboardText(): string {
	const transferable = Cc["@mozilla.org/widget/transferable;1"]?.createInstance(
		Ci.nsITransferable,
	) as {
		init(context: null): void;
		addDataFlavor(type: string): void;
		getTransferData(type: string, into: { value?: unknown }): void;
	};
	transferable.init(null);
	transferable.addDataFlavor("text/plain");
	const into: { value?: { QueryInterface(type: unknown): { data: string } } } = {};
	try {
		Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
		transferable.getTransferData("text/plain", into);
	} catch {
		return "";
	}
	return into.value?.QueryInterface(Ci.nsISupportsString).data ?? "";
}
