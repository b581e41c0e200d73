/** The used parts of Firefox's own window and of its data about an extension. */

export interface XulBrowser extends HTMLElement {
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
		sendAsyncMessage(name: string, data: unknown): void;
		addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
		removeMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
	};
	loadURI(uri: unknown, options: { triggeringPrincipal: unknown }): void;
}
export interface XulTab {
	linkedBrowser: XulBrowser;
}
export interface XulPopup extends HTMLElement {
	state: "closed" | "open" | "showing" | "hiding";
	hidePopup(): void;
	activateItem(item: Element): void;
}
export interface XulMenuItem extends HTMLElement {
	label: string;
	menupopup?: XulPopup;
	openMenu(open: boolean): void;
	doCommand(): void;
}
export interface XulNotification extends HTMLElement {
	button: HTMLElement;
	secondaryButton: HTMLElement;
}
export interface BrowserWindow extends Window {
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
/** The window with the data that the replaced file dialog stores in it. */
export interface FilePickerWindow extends BrowserWindow {
	galleyPicked?: boolean;
}
export interface DialogFrame extends HTMLElement {
	contentDocument: Document | null;
}
export interface XulDialog extends HTMLElement {
	getButton(name: "accept"): HTMLButtonElement | undefined;
}
export interface NsFile {
	initWithPath(path: string): void;
}
export interface ExtensionInside {
	backgroundState: string;
	terminateBackground(options: object): Promise<void>;
	shortcuts: {
		allCommands(): Promise<{ name: string; shortcut: string | null }[]>;
		keysetsMap: Map<Window, Element>;
	};
}
export interface Addon {
	reload(): Promise<void>;
	enable(): Promise<void>;
	disable(): Promise<void>;
}
export interface BrowserAction {
	openPopup(window: Window, openInPanel: boolean): Promise<void>;
	action: { getContextData(tab: XulTab): { badgeText: string } };
}
export interface TextInputProcessor {
	beginInputTransactionForTests(window: Window, callback: () => boolean): boolean;
	keydown(event: KeyboardEvent): number;
	keyup(event: KeyboardEvent): number;
}
