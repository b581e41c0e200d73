import type { BrowserName } from "./executables.ts";
import type { Size } from "./surface.ts";
import type { View } from "./view.ts";

export interface LaunchOptions {
	/** Folder of the profile. Without it a temporary one is made, which `close` removes. */
	profile?: string;
	/** Folder for downloads, which do not ask where to save. By default a folder inside the profile. */
	downloads?: string;
	/** Size of the window; 1280 × 900 by default. */
	size?: Size;
	/**
	 * `host:port` of an HTTP proxy for everything that is not on this machine. Without it no other
	 * machine can be reached. `Sites.proxy` answers every `http:` host with the sample pages and keeps
	 * a list of the requests.
	 */
	proxy?: string;
	/** Open a window on the display instead of running headless. */
	display?: boolean;
	/** For a person at the display: with the normal network, and without signs of automation. */
	forPerson?: boolean;
	/** Folder of the built extension; `dist/chrome` or `dist/firefox` by default. */
	extension?: string;
}

/** A web page in a tab. */
export interface Tab extends View {
	/** Goes to `url` and waits for it to have loaded. */
	goto(url: string): Promise<void>;
	/** Makes it the active tab. */
	activate(): Promise<void>;
}

/**
 * The target of a right click. `selector` is CSS for the clicked element, whose text is first selected
 * for `selection`. For `page` it may be left out. A `spot` is clicked without preparation: a frame, a
 * picture, or a text field with a selection.
 */
export interface MenuTarget {
	on: "page" | "link" | "selection" | "spot";
	selector?: string;
	/** The selected text at a `spot`, if the browser does not determine it itself. */
	selected?: string;
}

export interface Download {
	path: string;
	/** File name, without its folder. */
	name: string;
	bytes: Buffer;
}

export interface Driven {
	readonly name: BrowserName;
	/** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
	readonly origin: string;
	readonly profile: string;
	readonly downloads: string;

	/** Opens `url` in a new active tab, and waits until it has loaded. */
	openTab(url: string): Promise<Tab>;
	/** Opens the options page in a new active tab. `hash` without its `#`. */
	openOptions(hash?: string): Promise<Tab>;
	/** Opens the popup on `tab` with the real toolbar action, so that `activeTab` is granted. */
	openPopup(tab: Tab): Promise<View>;
	/** Waits for a popup that was opened in another way, for example by a command. */
	waitForPopup(): Promise<View>;
	/** Whether a popup is open now. */
	isPopupOpen(): Promise<boolean>;
	/** Waits until the popup has closed itself. */
	waitForPopupClosed(): Promise<void>;

	/**
	 * Right-clicks and activates Galley's entry with this label. Errors name the existing entries.
	 *
	 * - Firefox: the real menu, opened by a real right click.
	 * - Chromium: a headless menu cannot be reached, so the worker's real listener is called with the
	 *   data that the browser would send, for an entry that the browser has registered. Before that, the
	 *   toolbar action grants `activeTab`, with its popup switched off for that moment. A stopped worker
	 *   is started through the DevTools protocol and not by the click itself. `nativeContextMenu` in
	 *   `native-menu.ts` uses the real menu on a display.
	 */
	contextMenu(tab: Tab, target: MenuTarget, label: string): Promise<void>;
	/**
	 * Labels of Galley's entries in the context menu, in order. Firefox: from the open menu. Chromium:
	 * from the data that the browser has stored.
	 */
	menuItems(tab: Tab, target: MenuTarget): Promise<string[]>;
	/**
	 * Runs a command of the manifest on the active tab. Chromium: its real shortcut, as raw key
	 * events. Firefox: `doCommand()` on its key, as synthetic keys do not reach it.
	 * Throws if the browser has assigned no shortcut to the command.
	 */
	runCommand(name: string): Promise<void>;
	/** Shortcuts as the browser assigned them, by command; empty where it assigned none. */
	shortcuts(): Promise<Record<string, string>>;
	/** The badge's text on the active tab. Does not start the worker. */
	badge(): Promise<string>;

	/** Stops the service worker or event page immediately, even if it is working. */
	stopWorker(): Promise<void>;
	/**
	 * Makes the browser treat the event page as idle: it stops the page unless a listener is still
	 * working. Resolves to whether it has stopped. Only in Firefox: in Chromium a worker becomes idle only
	 * with time.
	 */
	letWorkerIdle(): Promise<boolean>;
	isWorkerRunning(): Promise<boolean>;
	/**
	 * Runs a function in the worker, and starts the worker if it does not run. It may use nothing from outside
	 * itself; JSON in and out. Chromium only.
	 */
	inWorker<Arguments extends readonly unknown[], Result>(
		body: (...args: Arguments) => Result | Promise<Result>,
		...args: Arguments
	): Promise<Result>;
	/** Bytes that the scripts of a tab use after a garbage collection, without workers. Only in Chromium. */
	heapBytes(tab: View): Promise<number>;
	/**
	 * Slows down the processor by a factor for a tab until it is closed. This includes everything in the
	 * same process, such as all pages of the extension. Only in Chromium.
	 */
	slowDown(tab: View, times: number): Promise<void>;

	/**
	 * Loads the extension again from its folder, which is an update if the version there is higher.
	 * Its pages are closed, and views of them are no longer valid.
	 */
	reloadExtension(): Promise<void>;
	/** Switches the extension off or on, as in the browser's list of extensions. */
	enableExtension(on: boolean): Promise<void>;

	/**
	 * Answers the browser's dialog about a permission that the extension has just requested, with the
	 * buttons of the dialog. Chromium: only with a window on a display, by xdotool.
	 */
	answerPermission(allow: boolean): Promise<void>;

	/** Runs `action` and waits until the file that it downloads is complete. */
	nextDownload(action: () => Promise<unknown>): Promise<Download>;
	/** Text on the clipboard; empty when there is none. */
	readClipboard(): Promise<string>;

	/** Quits normally, unless `kill` was called, and starts with the same profile. Old views are no longer valid. */
	restart(): Promise<void>;
	/** Waits until a person has closed the last window. */
	untilClosed(): Promise<void>;
	/** Ends the browser as a power failure does. `restart` starts it again. */
	kill(): Promise<void>;
	/** Quits and removes the temporary profile, if it is one. May be called twice. */
	close(): Promise<void>;
}
