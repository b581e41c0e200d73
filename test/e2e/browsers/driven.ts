import type { BrowserName } from "./executables.ts";
import type { Size } from "./surface.ts";
import type { View } from "./view.ts";

export interface LaunchOptions {
	/** Folder of the profile. Without it a temporary one is made, and removed by `close`. */
	profile?: string;
	/** Folder that downloads go to, without asking. Without it a folder inside the profile. */
	downloads?: string;
	/** Size of the window; 1280 × 900 when not said. */
	size?: Size;
	/**
	 * `host:port` of an HTTP proxy for everything that is not on this machine. Without it nothing
	 * outside this machine can be reached. `Sites.proxy` answers every `http:` host with the sample
	 * pages and keeps a list of what was asked for.
	 */
	proxy?: string;
	/** Open a window on the display instead of running headless. */
	display?: boolean;
	/** For a person at the display: the network as it is, and no sign of being driven. */
	forPerson?: boolean;
	/** Folder of the built extension; `dist/chrome` or `dist/firefox` when not said. */
	extension?: string;
}

/** A web page in a tab. */
export interface Tab extends View {
	/** Goes to `url` and waits for it to have loaded. */
	goto(url: string): Promise<void>;
	/** Makes it the tab in front. */
	activate(): Promise<void>;
}

/**
 * What is right-clicked. `selector` is CSS: the element clicked on, whose text is selected first
 * for `selection`. For `page` it may be left out. `spot` is clicked as it is: a frame, a picture, a
 * text field in which something is selected.
 */
export interface MenuTarget {
	on: "page" | "link" | "selection" | "spot";
	selector?: string;
	/** What is selected at a `spot`, where the browser does not find it out by itself. */
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

	/** Opens `url` in a new tab in front, loaded. */
	openTab(url: string): Promise<Tab>;
	/** Opens the options page in a new tab in front. `hash` without its `#`. */
	openOptions(hash?: string): Promise<Tab>;
	/** Opens the popup on `tab` by the toolbar action itself, so that `activeTab` is granted. */
	openPopup(tab: Tab): Promise<View>;
	/** Waits for a popup that was opened in another way, by a command for instance. */
	waitForPopup(): Promise<View>;
	/** Whether a popup is open now. */
	isPopupOpen(): Promise<boolean>;
	/** Waits for the popup to have closed itself. */
	waitForPopupClosed(): Promise<void>;

	/**
	 * Right-clicks and activates our entry labelled `label`. Errors name the entries there are.
	 *
	 * - Firefox: the real menu, opened by a real right click.
	 * - Chromium: a headless menu can not be reached by any means, so the worker's real listener is
	 *   called with what the browser would send, for an entry that the browser has really
	 *   registered. `activeTab` is granted first by the toolbar action, its popup switched off for
	 *   that moment. A stopped worker is started through the DevTools protocol and not by the click
	 *   itself. `nativeContextMenu` in `native-menu.ts` does the real thing on a display.
	 */
	contextMenu(tab: Tab, target: MenuTarget, label: string): Promise<void>;
	/**
	 * Labels of our entries in the context menu, in order. Firefox: from the open menu. Chromium:
	 * from what the browser has stored about them.
	 */
	menuItems(tab: Tab, target: MenuTarget): Promise<string[]>;
	/**
	 * Runs a command of the manifest on the tab in front. Chromium: its real shortcut, as raw key
	 * events. Firefox: `doCommand()` on its key, as synthetic keys do not reach it.
	 * Throws when the browser has given the command no shortcut.
	 */
	runCommand(name: string): Promise<void>;
	/** Shortcuts as the browser assigned them, by command; empty where it assigned none. */
	shortcuts(): Promise<Record<string, string>>;
	/** The badge's text on the tab in front. Does not wake the worker. */
	badge(): Promise<string>;

	/** Stops the service worker or event page at once, whatever it is doing. */
	stopWorker(): Promise<void>;
	/**
	 * Lets the browser take the event page for idle: it stops it, unless it sees that a listener is
	 * still at work. Resolves to whether it has stopped. Firefox only: in Chromium nothing but time
	 * makes a worker idle.
	 */
	letWorkerIdle(): Promise<boolean>;
	isWorkerRunning(): Promise<boolean>;
	/**
	 * Runs a function in the worker, started when it does not run. It may use nothing from outside
	 * itself; JSON in and out. Chromium only.
	 */
	inWorker<Arguments extends readonly unknown[], Result>(
		body: (...args: Arguments) => Result | Promise<Result>,
		...args: Arguments
	): Promise<Result>;
	/** Bytes that the scripts of a tab hold after a collection, workers not counted. Chromium only. */
	heapBytes(tab: View): Promise<number>;
	/**
	 * Makes the processor as many times slower for a tab, and for whatever shares its process, as all
	 * pages of the extension do, until the tab is closed. Chromium only.
	 */
	slowDown(tab: View, times: number): Promise<void>;

	/**
	 * Loads the extension anew from its folder, which is an update when its version there is higher.
	 * Its pages are closed, and views of them void.
	 */
	reloadExtension(): Promise<void>;
	/** Switches the extension off, or on again, as the browser's list of extensions does. */
	enableExtension(on: boolean): Promise<void>;

	/**
	 * Answers the browser's question whether the extension may have what it just asked for, by the
	 * buttons of its dialog. Chromium: only with a window on a display, by xdotool.
	 */
	answerPermission(allow: boolean): Promise<void>;

	/** Does `action` and waits for the file that it downloads to be complete. */
	nextDownload(action: () => Promise<unknown>): Promise<Download>;
	/** Text on the clipboard; empty when there is none. */
	readClipboard(): Promise<string>;

	/** Quits cleanly, or picks up after `kill`, and starts on the same profile. Old views are void. */
	restart(): Promise<void>;
	/** Waits for a person to have closed the last window. */
	untilClosed(): Promise<void>;
	/** Ends the browser as a power cut does. `restart` starts it again. */
	kill(): Promise<void>;
	/** Quits and removes the temporary profile, if it is one. May be called twice. */
	close(): Promise<void>;
}
