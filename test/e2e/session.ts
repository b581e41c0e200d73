/** A browser for the tests of one file, and what many of them do with it. */
import { afterAll, beforeAll } from "vitest";
import {
	type BrowserName,
	type Driven,
	type LaunchOptions,
	launch,
	type Tab,
	type View,
} from "./browsers/browser.ts";
import { until } from "./browsers/patience.ts";
import { type Sites, serveSites } from "./sites.ts";

/** The browser, there once the tests run, and steps that wait until they have taken effect. */
export interface Session {
	readonly browser: Driven;
	readonly sites: Sites;
	/** Opens a sample page, with `host` as its host if one is named. */
	openPage(path: string, host?: string): Promise<Tab>;
	/** Opens the popup on a page, all of it read. */
	openPopup(tab: Tab): Promise<View>;
	/** Clips the page in `tab`, or the link that `selector` finds, by the right-click menu. */
	clipByMenu(tab: Tab, section: string, selector?: string): Promise<void>;
	/** Opens the options page anew, so that what is seen is what was stored. */
	openDraft(): Promise<Tab>;
	/** Waits for the badge of the tab in front to say `text`. */
	waitForBadge(text: string): Promise<void>;
	/** Waits for the entries of the right-click menu on the page to be `expected`, in order. */
	waitForMenu(tab: Tab, expected: readonly string[]): Promise<void>;
}

const BADGE_MS = 10_000;
/** The worker makes the menu, and a browser puts down a little later what it shows. */
const MENU_MS = 10_000;

/**
 * Starts `name` with a fresh profile and the sample pages before the tests around it, and ends
 * both after them.
 *
 * @param options is asked for right before the start
 */
export function inBrowser(name: BrowserName, options: () => LaunchOptions = () => ({})): Session {
	let sites: Sites;
	let browser: Driven;
	beforeAll(async () => {
		sites = await serveSites();
		browser = await launch(name, { proxy: sites.proxy, ...options() });
	});
	afterAll(async () => {
		await browser?.close();
		await sites?.close();
	});

	return {
		get browser() {
			return browser;
		},
		get sites() {
			return sites;
		},
		openPage: (path, host) => browser.openTab(sites.page(path, host)),
		openPopup: async (tab) => {
			const popup = await browser.openPopup(tab);
			await popup.waitFor(
				async () => (await popup.names("radio")).length > 0 && (await popup.value("Link")) !== "",
				"the popup to have read the page and the draft",
			);
			return popup;
		},
		clipByMenu: async (tab, section, selector) => {
			const target = selector ? ({ on: "link", selector } as const) : ({ on: "page" } as const);
			await browser.contextMenu(tab, target, `Add to ${section}`);
			// The menu shows a section within another with both names, and the toast its own alone.
			await tab.waitForText(`Added to ${section.split(" › ").at(-1)}`);
		},
		openDraft: async () => {
			const options = await browser.openOptions();
			await options.waitFor(() => options.has("button", "Publish"), "the draft");
			return options;
		},
		waitForBadge: async (text) => {
			let last = "";
			await until(
				async () => {
					last = await browser.badge();
					if (last !== text) throw new Error(`it says “${last}”`);
					return true;
				},
				`the badge to say “${text}”`,
				BADGE_MS,
			);
		},
		waitForMenu: async (tab, expected) => {
			await until(
				async () => {
					const menu = await browser.menuItems(tab, { on: "page" });
					if (menu.join("\n") !== expected.join("\n")) throw new Error(`it is ${menu.join(", ")}`);
					return true;
				},
				`the menu to be ${expected.join(", ")}`,
				MENU_MS,
			);
		},
	};
}

/** Waits for the items of a section to be as many as `holding`, each with its words, in order. */
export async function expectItems(
	options: View,
	section: string,
	holding: readonly string[],
): Promise<void> {
	await options.waitFor(
		async () => {
			const items = await options.names("listitem", { within: section });
			const same =
				items.length === holding.length &&
				items.every((item, at) => item.includes(holding[at] ?? ""));
			if (!same) throw new Error(`they are ${JSON.stringify(items)}`);
			return true;
		},
		`${JSON.stringify(holding)} in ${section}`,
	);
}

/** Adds an item by hand, at the end of a section, and waits for it to be saved. */
export async function addItem(
	options: View,
	section: string,
	{ note = "", links = [] }: { note?: string; links?: readonly string[] },
): Promise<void> {
	const item = (await options.names("listitem", { within: section })).length;
	await options.click("button", "Add item", { within: section });
	const place = { within: section, item };
	await options.fill("Note", note, place);
	await options.fill("Links", links.join("\n"), place);
	await options.waitForText("Saved");
}
