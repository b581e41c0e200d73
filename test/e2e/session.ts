/** A browser for the tests of one file, and their common steps. */
import { afterAll, beforeAll } from "vitest";
import {
	type BrowserName,
	type Driven,
	type LaunchOptions,
	launch,
	type Tab,
	type View,
} from "./browsers/browser.ts";
import { until } from "./browsers/wait.ts";
import { type Sites, serveSites } from "./sites.ts";

/** The browser, which is ready when the tests run, and steps that wait until they have taken effect. */
export interface Session {
	readonly browser: Driven;
	readonly sites: Sites;
	/** Opens a sample page, at `host` if it is given. */
	openPage(path: string, host?: string): Promise<Tab>;
	/** Opens the popup on a page, and waits until it has read everything. */
	openPopup(tab: Tab): Promise<View>;
	/** Clips the page in `tab`, or the link that `selector` finds, by the right-click menu. */
	clipByMenu(tab: Tab, section: string, selector?: string): Promise<void>;
	/** Opens the options page again, so that it shows what was stored. */
	openDraft(): Promise<Tab>;
	/** Waits until the badge of the active tab has this text. */
	waitForBadge(text: string): Promise<void>;
	/** Waits until the entries of the right-click menu on the page are `expected`, in order. */
	waitForMenu(tab: Tab, expected: readonly string[]): Promise<void>;
}

const BADGE_MS = 10_000;
/** The worker makes the menu, and the browser stores a little later what it shows. */
const MENU_MS = 10_000;

/**
 * Starts `name` with a fresh profile and the sample pages before the tests around it, and ends
 * both after them.
 *
 * @param options called right before the start
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
			// For a nested section, the menu shows both names, and the toast only its own.
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

/** Waits until the items of a section contain the texts of `holding`, in order, and there are no others. */
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
