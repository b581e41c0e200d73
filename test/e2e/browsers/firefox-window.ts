/**
 * What is done inside Firefox's own window, with its privileges. Each function here is sent there
 * as source, by `inWindow`; it may use the functions of `SHARED` and what Firefox itself has.
 */
import type { Marionette } from "./marionette.ts";
import type { Modifier } from "./surface.ts";

interface XulBrowser extends HTMLElement {
	browserId: number;
	currentURI: { spec: string };
	webProgress: { isLoadingDocument: boolean };
	browsingContext: {
		prefersColorSchemeOverride: "dark" | "light" | "none";
		currentWindowGlobal: {
			innerWindowId: number;
			drawSnapshot(rect: DOMRect | null, scale: number, background: string): Promise<ImageBitmap>;
		};
	};
	messageManager: {
		loadFrameScript(url: string, delayed: boolean): void;
		addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
		removeMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
	};
	loadURI(uri: unknown, options: { triggeringPrincipal: unknown }): void;
}
interface XulTab {
	linkedBrowser: XulBrowser;
}
interface XulPopup extends HTMLElement {
	state: "closed" | "open" | "showing" | "hiding";
	hidePopup(): void;
	activateItem(item: Element): void;
}
interface XulMenuItem extends HTMLElement {
	label: string;
	menupopup?: XulPopup;
	openMenu(open: boolean): void;
	doCommand(): void;
}
interface BrowserWindow extends Window {
	gBrowser: {
		tabs: XulTab[];
		selectedTab: XulTab;
		addTab(url: string, options: { triggeringPrincipal: unknown }): XulTab;
		removeTab(tab: XulTab): void;
	};
	windowUtils: object;
	synthesizeMouseEvent(
		type: string,
		x: number,
		y: number,
		options: { button?: number; buttons?: number; clickCount?: number },
	): void;
	KeyboardEvent: typeof KeyboardEvent;
	DOMRect: typeof DOMRect;
	OffscreenCanvas: typeof OffscreenCanvas;
	FileReader: typeof FileReader;
}
interface ExtensionInside {
	backgroundState: string;
	terminateBackground(options: object): Promise<void>;
	shortcuts: {
		allCommands(): Promise<{ name: string; shortcut: string | null }[]>;
		keysetsMap: Map<Window, Element>;
	};
}
interface BrowserAction {
	openPopup(window: Window, openInPanel: boolean): Promise<void>;
	action: { getContextData(tab: XulTab): { badgeText: string } };
}
interface TextInputProcessor {
	beginInputTransactionForTests(window: Window, callback: () => boolean): boolean;
	keydown(event: KeyboardEvent): number;
	keyup(event: KeyboardEvent): number;
}

declare const Services: {
	wm: { getMostRecentWindow(type: string): BrowserWindow };
	io: { newURI(url: string): unknown };
	scriptSecurityManager: { getSystemPrincipal(): unknown };
	clipboard: { kGlobalClipboard: number; getData(transferable: object, which: number): void };
};
declare const ChromeUtils: { importESModule(url: string): Record<string, unknown> };
declare const WebExtensionPolicy: {
	getByID(id: string): { extension: ExtensionInside } | null;
};
declare const Cc: Record<string, { createInstance(type: unknown): unknown }>;
declare const Ci: Record<string, unknown>;

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

const SHARED = [front, browserOf, isThere, tabOf, extensionOf, actionOf, popupOf, eventOn];

/** Opens a tab in front; resolves with the id of its `<browser>`. */
export function openTab(): number {
	const { gBrowser } = front();
	const tab = gBrowser.addTab("about:blank", {
		triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
	});
	gBrowser.selectedTab = tab;
	return tab.linkedBrowser.browserId;
}

/** Starts to load; resolves with what is there before, for `hasLoaded`. */
export function load(id: number, url: string): number {
	const browser = browserOf(id);
	const before = browser.browsingContext.currentWindowGlobal.innerWindowId;
	const same = browser.currentURI.spec.split("#")[0] === url.split("#")[0] && url.includes("#");
	browser.loadURI(Services.io.newURI(url), {
		triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
	});
	// Going to another place in the same document keeps it.
	return same ? -1 : before;
}

export function hasLoaded(id: number, before: number): boolean {
	const browser = browserOf(id);
	const now = browser.browsingContext.currentWindowGlobal?.innerWindowId;
	return now !== undefined && now !== before && !browser.webProgress.isLoadingDocument;
}

export function toFront(id: number): void {
	const tab = tabOf(id);
	const { gBrowser } = front();
	if (tab && gBrowser.selectedTab !== tab) gBrowser.selectedTab = tab;
	front().focus();
	browserOf(id).focus();
}

export function close(id: number): void {
	const tab = tabOf(id);
	if (tab) front().gBrowser.removeTab(tab);
	else browserOf(id).closest<XulPopup>("panel")?.hidePopup();
}

/**
 * Runs the source of a function in the page, in a sandbox that sees the page's own globals and
 * is not bound by its content security policy. Resolves with the result as JSON. The function may
 * use `shadowOf(element)`.
 */
export async function callInPage(id: number, source: string, args: string): Promise<string> {
	const { messageManager } = browserOf(id);
	const name = `galley:${Math.random()}`;
	const page = `(async () => {
		try { answer(true, JSON.stringify(await (${source})(...${args})) ?? ""); }
		catch (error) { answer(false, error instanceof Error ? error.message : String(error)); }
	})()`;
	const script = `{
		const answer = (ok, text) => sendAsyncMessage(${JSON.stringify(name)}, [ok, text]);
		try {
			const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
			Cu.exportFunction(answer, sandbox, { defineAs: "answer" });
			// Not those of Firefox's own fields and widgets: a page may not look into them.
			const may = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;
			const shadowOf = (element) =>
				may.test(element.localName) ? element.openOrClosedShadowRoot : null;
			Cu.exportFunction(shadowOf, sandbox, { defineAs: "shadowOf" });
			Cu.evalInSandbox(${JSON.stringify(page)}, sandbox);
		} catch (error) { answer(false, String(error)); }
	}`;
	const [ok, text] = await new Promise<[boolean, string]>((resolve, reject) => {
		const end = (settle: () => void) => {
			front().clearInterval(watch);
			messageManager.removeMessageListener(name, listener);
			settle();
		};
		const listener = ({ data }: { data: unknown }) => end(() => resolve(data as [boolean, string]));
		const deadline = Date.now() + 20_000;
		// A page that goes away does not answer, and nobody says that it went.
		const watch = front().setInterval(() => {
			if (!isThere(id)) end(() => reject(new Error("That tab or popup was closed meanwhile")));
			if (Date.now() > deadline) end(() => reject(new Error("The page did not answer in 20 s")));
		}, 200);
		messageManager.addMessageListener(name, listener);
		messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(script)}`, false);
	});
	if (!ok) throw new Error(text);
	return text;
}

/** Mouse events at points of the page, as from the pointing device. */
export function mouse(
	id: number,
	events: readonly { type: string; x: number; y: number; button: number; buttons: number }[],
): void {
	const { left, top } = browserOf(id).getBoundingClientRect();
	for (const { type, x, y, button, buttons } of events) {
		const clickCount = type === "mousemove" ? 0 : 1;
		front().synthesizeMouseEvent(type, left + x, top + y, { button, buttons, clickCount });
	}
}

/** One key with its modifiers, as from the keyboard. */
export function pressKey(id: number, key: string, modifiers: readonly Modifier[]): void {
	const window = front();
	browserOf(id).focus();
	const processor = Cc["@mozilla.org/text-input-processor;1"]?.createInstance(
		Ci.nsITextInputProcessor,
	) as TextInputProcessor;
	if (!processor.beginInputTransactionForTests(window, () => true)) {
		throw new Error("Firefox takes no keys now");
	}
	const codes: Record<string, number> = {
		Backspace: 8,
		Tab: 9,
		Enter: 13,
		Shift: 16,
		Control: 17,
		Alt: 18,
		Escape: 27,
		" ": 32,
		PageUp: 33,
		PageDown: 34,
		End: 35,
		Home: 36,
		ArrowLeft: 37,
		ArrowUp: 38,
		ArrowRight: 39,
		ArrowDown: 40,
		Delete: 46,
		Meta: 224,
	};
	const eventFor = (name: string) => {
		const letter = /^[a-z]$/i.test(name);
		const digit = /^\d$/.test(name);
		return new window.KeyboardEvent("", {
			key: name,
			code: letter
				? `Key${name.toUpperCase()}`
				: digit
					? `Digit${name}`
					: name === " "
						? "Space"
						: name.length > 1
							? name
							: "",
			keyCode: codes[name] ?? (letter || digit ? name.toUpperCase().charCodeAt(0) : 0),
		});
	};
	for (const modifier of modifiers) processor.keydown(eventFor(modifier));
	processor.keydown(eventFor(key));
	processor.keyup(eventFor(key));
	for (const modifier of [...modifiers].reverse()) processor.keyup(eventFor(modifier));
}

export function setWidth(id: number, width: number | null, height: number | null): void {
	const { style } = browserOf(id);
	style.minWidth = width === null ? "" : `${width}px`;
	style.maxWidth = style.minWidth;
	style.minHeight = height === null ? "" : `${height}px`;
	style.maxHeight = style.minHeight;
}

export function setScheme(id: number, scheme: "dark" | "light" | "none"): void {
	browserOf(id).browsingContext.prefersColorSchemeOverride = scheme;
}

/** A PNG of the page from its top left, `width` × `height` CSS pixels, as base64. */
export async function draw(id: number, width: number, height: number): Promise<string> {
	const window = front();
	const bitmap = await browserOf(id).browsingContext.currentWindowGlobal.drawSnapshot(
		new window.DOMRect(0, 0, width, height),
		1,
		"rgb(255, 255, 255)",
	);
	const canvas = new window.OffscreenCanvas(bitmap.width, bitmap.height);
	canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
	const blob = await canvas.convertToBlob({ type: "image/png" });
	return new Promise((resolve) => {
		const reader = new window.FileReader();
		reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ""));
		reader.readAsDataURL(blob);
	});
}

/** The toolbar action itself. */
export async function triggerAction(extension: string): Promise<void> {
	await actionOf(extension).openPopup(front(), false);
}

/** Id of the open popup's `<browser>`. */
export function popup(origin: string): number | null {
	return popupOf(origin)?.browserId ?? null;
}

export function badge(extension: string): string {
	return actionOf(extension).action.getContextData(front().gBrowser.selectedTab).badgeText;
}

export function backgroundState(extension: string): string {
	return extensionOf(extension).backgroundState;
}

/** As Firefox ends an idle event page. */
export async function stopBackground(extension: string): Promise<void> {
	await extensionOf(extension).terminateBackground({
		ignoreDevToolsAttached: true,
		disableResetIdleForTest: true,
	});
}

export async function shortcuts(extension: string): Promise<Record<string, string>> {
	const commands = await extensionOf(extension).shortcuts.allCommands();
	return Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut ?? ""]));
}

/** Runs the `<key>` that Firefox made for `shortcut`. */
export function doShortcut(extension: string, shortcut: string): void {
	const name = shortcut.split("+").pop() ?? "";
	const code = `VK_${name.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}`;
	const keys = [
		...(extensionOf(extension).shortcuts.keysetsMap.get(front())?.children ?? []),
	] as XulMenuItem[];
	const key = keys.find(
		(each) => each.getAttribute("key") === name || each.getAttribute("keycode") === code,
	);
	if (!key) throw new Error(`Firefox has no key for ${shortcut}`);
	key.doCommand();
}

/**
 * Right-clicks at a point of the page and activates our entry labelled `label`; without a label
 * only closes the menu again. Resolves with the labels of our entries.
 */
export async function rightClick(
	id: number,
	extension: string,
	point: { x: number; y: number },
	label: string | null,
): Promise<string[]> {
	const window = front();
	const menu = window.document.getElementById("contentAreaContextMenu") as XulPopup;
	const { left, top } = browserOf(id).getBoundingClientRect();
	const x = left + point.x;
	const y = top + point.y;
	const shown = eventOn(menu, "popupshown");
	window.synthesizeMouseEvent("mousemove", x, y, {});
	window.synthesizeMouseEvent("mousedown", x, y, { button: 2, buttons: 2, clickCount: 1 });
	window.synthesizeMouseEvent("contextmenu", x, y, { button: 2, clickCount: 1 });
	window.synthesizeMouseEvent("mouseup", x, y, { button: 2, clickCount: 1 });
	await shown;

	const prefix = `${extension.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-menuitem-`;
	const items = [...menu.querySelectorAll<XulMenuItem>(`menuitem[id^="${prefix}"]`)];
	const labels = items.map((item) => item.label);
	const item = items.find((each) => each.label === label);
	const hidden = eventOn(menu, "popuphidden");
	if (!item) {
		menu.hidePopup();
		await hidden;
		if (label === null) return labels;
		throw new Error(`No entry “${label}” in the menu; ours there: ${labels.join(", ") || "none"}`);
	}
	// More than one entry of an extension stand in a menu of their own, named after it.
	const above = item.parentElement as XulPopup;
	if (above !== menu) {
		const opened = eventOn(above, "popupshown");
		(above.parentElement as XulMenuItem).openMenu(true);
		await opened;
	}
	above.activateItem(item);
	await hidden;
	return labels;
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

/** Runs one of the functions above in Firefox's window, with JSON arguments. */
export async function inWindow<Arguments extends readonly unknown[], Result>(
	marionette: Marionette,
	body: (...args: Arguments) => Result | Promise<Result>,
	...args: Arguments
): Promise<Result> {
	const source = `(...args) => { ${SHARED.join("\n")}\n return (${body})(...args); }`;
	return (await marionette.inBrowser(source, args)) as Result;
}
