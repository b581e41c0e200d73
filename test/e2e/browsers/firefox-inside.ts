/**
 * Runs functions inside Firefox's own window, with its privileges.
 *
 * They are sent there as source, so they may use only what Firefox has, and the tools here, which are
 * their first argument.
 */
import type {
	BrowserAction,
	BrowserWindow,
	ExtensionInside,
	XulBrowser,
	XulPopup,
	XulTab,
} from "./firefox-types.ts";
import type { Marionette } from "./marionette.ts";

declare const Services: { wm: { getMostRecentWindow(type: string): BrowserWindow } };
declare const ChromeUtils: { importESModule(url: string): Record<string, unknown> };
declare const WebExtensionPolicy: {
	getByID(id: string): { extension: ExtensionInside } | null;
};

function front(): BrowserWindow {
	return Services.wm.getMostRecentWindow("navigator:browser");
}

/** The `<browser>` of a tab or popup; its id stays the same when the process changes. */
function browserOf(id: number): XulBrowser {
	const all = [...front().document.querySelectorAll<XulBrowser>("browser")];
	const found = all.find((browser) => browser.browserId === id);
	if (!found) throw new Error("That tab or popup is closed");
	return found;
}

/** Whether the tab, or the popup, is still open. */
function isThere(id: number): boolean {
	const all = [...front().document.querySelectorAll<XulBrowser>("browser")];
	const panel = all.find((browser) => browser.browserId === id)?.closest<XulPopup>("panel");
	return tabOf(id) !== undefined || (panel ? ["open", "showing"].includes(panel.state) : false);
}

function tabOf(id: number): XulTab | undefined {
	return front().gBrowser.tabs.find((tab) => tab.linkedBrowser.browserId === id);
}

function extensionOf(id: string): ExtensionInside {
	const policy = WebExtensionPolicy.getByID(id);
	if (!policy) throw new Error(`No extension ${id} is installed`);
	return policy.extension;
}

function actionOf(id: string): BrowserAction {
	const { ExtensionParent } = ChromeUtils.importESModule(
		"resource://gre/modules/ExtensionParent.sys.mjs",
	) as {
		ExtensionParent: {
			apiManager: { global: { browserActionFor(extension: ExtensionInside): BrowserAction } };
		};
	};
	return ExtensionParent.apiManager.global.browserActionFor(extensionOf(id));
}

/** The popup's `<browser>`, not the blank one that Firefox may keep ready. */
function popupOf(origin: string): XulBrowser | undefined {
	const all = front().document.querySelectorAll<XulBrowser>(".webextension-popup-browser");
	return [...all].find(
		(browser) =>
			browser.currentURI.spec.startsWith(origin) &&
			browser.closest<XulPopup>("panel")?.state === "open",
	);
}

function eventOn(target: EventTarget, type: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = front().setTimeout(() => reject(new Error(`No ${type} came`)), 5000);
		target.addEventListener(
			type,
			() => {
				front().clearTimeout(timer);
				resolve();
			},
			{ once: true },
		);
	});
}

const TOOLS = { front, browserOf, isThere, tabOf, extensionOf, actionOf, popupOf, eventOn };

/** The first argument of a function that runs in the window. */
export type Inside = typeof TOOLS;

/** Runs `body` in Firefox's window; arguments and result travel as JSON. */
export async function inWindow<Arguments extends readonly unknown[], Result>(
	marionette: Marionette,
	body: (inside: Inside, ...args: Arguments) => Result | Promise<Result>,
	...args: Arguments
): Promise<Result> {
	const tools = `${Object.values(TOOLS).join("\n")}\n const inside = { ${Object.keys(TOOLS)} };`;
	const source = `(...args) => { ${tools}\n return (${body})(inside, ...args); }`;
	return (await marionette.inBrowser(source, args)) as Result;
}
