/** The driver for Chromium, over the DevTools protocol. */
import type { Page, WebWorker } from "puppeteer-core";
import type { Browser as ExtensionApi, Menus, Tabs } from "webextension-polyfill";
import { pressShortcut } from "./chromium-keys.ts";
import { enableInList, reloadFromList } from "./chromium-list.ts";
import { menuOf } from "./chromium-menus.ts";
import { chromiumSurface } from "./chromium-page.ts";
import { type Chromium, startChromium, startedBackstage } from "./chromium-start.ts";
import { downloadOf } from "./downloads.ts";
import type { Driven, LaunchOptions, MenuTarget, Tab } from "./driven.ts";
import { answerDialog } from "./native-dialog.ts";
import { foldersFor } from "./profiles.ts";
import { type MenuClick, menuClickAt } from "./right-click.ts";
import type { View } from "./view.ts";
import { viewOn } from "./view.ts";
import { pause, until } from "./wait.ts";

/** In the extension's own pages and worker. */
declare const chrome: Omit<ExtensionApi, "contextMenus"> & {
	contextMenus: {
		onClicked: {
			hasListeners(): boolean;
			dispatch(info: Menus.OnClickData, tab: Tabs.Tab): void;
		};
	};
};

const POPUP = "src/popup/index.html";
const WAIT_MS = 10_000;
const STOP_MS = 3_000;

/** Runs in an extension page: the id of a frame, or an unused id if the frame cannot be reached. */
async function frameIdOf(tabId: number, address: string): Promise<number> {
	const frames = await chrome.scripting.executeScript({
		target: { tabId, allFrames: true },
		func: () => location.href,
	});
	const OUT_OF_REACH = 2 ** 31 - 1;
	return frames.find(({ result }) => result === address)?.frameId ?? OUT_OF_REACH;
}

export async function launchChromium(options: LaunchOptions): Promise<Driven> {
	const folders = foldersFor(options, "chrome");
	let chromium: Chromium = await startChromium(options, folders);
	const { id } = chromium.extension;
	const origin = `chrome-extension://${id}`;
	/** The page behind each view of a tab. */
	const pages = new WeakMap<View, Page>();
	const menu = menuOf(folders.profile, id);

	const guard = <T>(work: Promise<T>): Promise<T> => chromium.process.guard(work);
	/** Runs in an extension page. */
	const ask = <A extends unknown[], R>(body: (...args: A) => R | Promise<R>, ...args: A) => {
		const source = `(${body})(...${JSON.stringify(args)})`;
		return guard(chromium.backstage.evaluate(source)) as Promise<R>;
	};

	const pageOf = (tab: View): Page => {
		const page = pages.get(tab);
		if (!page) throw new Error("Not a tab of this browser");
		return page;
	};
	const tabOn = (page: Page): Tab => {
		const surface = chromiumSurface(page, "tab", chromium.process);
		const tab: Tab = {
			...viewOn(surface),
			goto: async (url) => {
				await guard(page.goto(url));
			},
			activate: () => surface.bringToFront(),
		};
		pages.set(tab, page);
		return tab;
	};
	/** The empty tab at the start, which would confuse a person. */
	const blankTab = async (): Promise<Page | undefined> => {
		if (!options.forPerson) return undefined;
		const [first] = await guard(chromium.browser.pages());
		return first?.url() === "about:blank" ? first : undefined;
	};
	const openTab = async (url: string): Promise<Tab> => {
		const page = (await blankTab()) ?? (await guard(chromium.browser.newPage()));
		const tab = tabOn(page);
		await tab.goto(url);
		await tab.activate();
		return tab;
	};

	const frontTab = async (): Promise<number> => {
		const found = await ask(async () => {
			const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
			return tab?.id;
		});
		if (found === undefined) throw new Error("No tab in front");
		return found;
	};

	const focusedPage = async (): Promise<Page | undefined> => {
		for (const page of await chromium.browser.pages()) {
			if (await page.evaluate(() => document.hasFocus())) return page;
		}
		return undefined;
	};

	const popupTarget = () =>
		chromium.browser.targets().find((target) => target.url().startsWith(`${origin}/${POPUP}`));
	const waitForPopupClosed = async () => {
		await guard(until(() => !popupTarget(), "the popup to close", WAIT_MS));
	};
	const waitForPopup = async (): Promise<View> => {
		const target = await guard(until(popupTarget, "the popup", WAIT_MS));
		const page = await guard(target.asPage());
		await guard(
			until(
				() => page.evaluate(() => document.readyState === "complete"),
				"the popup to load",
				WAIT_MS,
			),
		);
		const surface = chromiumSurface(page, "popup", chromium.process);
		const close = async () => {
			await surface.close();
			await waitForPopupClosed();
		};
		return viewOn({ ...surface, close });
	};
	const triggerAction = async (page: Page) => {
		await guard(page.bringToFront());
		await guard(page.triggerExtensionAction(chromium.extension));
	};

	/** Clicks the toolbar action while it has no popup: `activeTab` is granted, and nothing opens. */
	const grantActiveTab = async (page: Page) => {
		await guard(page.bringToFront());
		const tabId = await frontTab();
		await ask((tab) => chrome.action.setPopup({ tabId: tab, popup: "" }), tabId);
		await triggerAction(page);
		await ask((tab, popup) => chrome.action.setPopup({ tabId: tab, popup }), tabId, POPUP);
		return tabId;
	};

	const workerTarget = () =>
		chromium.browser
			.targets()
			.find((target) => target.type() === "service_worker" && target.url().startsWith(origin));
	/** Calls Chromium's commands for service workers, from the extension's own origin. */
	const askWorkers = async (what: "ServiceWorker.startWorker" | "ServiceWorker.stopAllWorkers") => {
		const session = await guard(chromium.backstage.createCDPSession());
		await guard(session.send("ServiceWorker.enable"));
		if (what === "ServiceWorker.startWorker") {
			await guard(session.send(what, { scopeURL: `${origin}/` }));
		} else {
			await guard(session.send(what));
		}
		await session.detach();
	};
	const stopWorker = async () => {
		const target = workerTarget();
		const worker = await target?.worker();
		if (worker) await guard(worker.close());
		// Unfinished work may have started another worker since.
		const gone = () => !target || workerTarget() !== target;
		await until(gone, "the worker to stop", STOP_MS).catch(async () => {
			// If it was started again before it had ended, it continues as the same worker, and cannot be ended as a target.
			await askWorkers("ServiceWorker.stopAllWorkers");
			await until(gone, "the worker to stop", WAIT_MS);
		});
	};
	/** Ends targets that an attached driver keeps alive when the extension is removed. */
	const letGo = async () => {
		await stopWorker();
		await guard(chromium.backstage.close());
	};
	/** The running worker with its listeners registered; starts it if it does not run. */
	const readyWorker = async (): Promise<WebWorker> => {
		if (!workerTarget()) {
			await askWorkers("ServiceWorker.startWorker");
		}
		return guard(
			until(
				async () => {
					const worker = await workerTarget()?.worker();
					const listens = () => chrome.contextMenus.onClicked.hasListeners();
					return worker && (await worker.evaluate(listens)) ? worker : undefined;
				},
				"a worker that listens for menu clicks",
				WAIT_MS,
			),
		);
	};

	const contextMenu = async (tab: Tab, target: MenuTarget, label: string) => {
		const page = pageOf(tab);
		const { id: menuItemId } = await menu.entryCalled(label);
		const { on, selector = "body", selected = "" } = target;
		const click: MenuClick = await tab.evaluate(menuClickAt, on, selector, selected);
		const tabId = await grantActiveTab(page);
		if (click.frame !== null) click.info.frameId = await ask(frameIdOf, tabId, click.frame);
		const worker = await readyWorker();
		await guard(
			worker.evaluate(
				async (info, idOfTab) => {
					chrome.contextMenus.onClicked.dispatch(
						info as Menus.OnClickData,
						await chrome.tabs.get(idOfTab),
					);
				},
				{ ...click.info, menuItemId, editable: false, modifiers: [] },
				tabId,
			),
		);
	};

	const shortcuts = () =>
		ask(async () => {
			const commands = await chrome.commands.getAll();
			return Object.fromEntries(commands.map((each) => [each.name ?? "", each.shortcut ?? ""]));
		});

	const quit = async () => {
		if (!chromium.process.alive()) return;
		// There may be no answer, because the browser has already ended.
		chromium.browser.close().catch(() => {});
		await chromium.process.ended(WAIT_MS);
	};

	return {
		name: "chromium",
		origin,
		profile: folders.profile,
		downloads: folders.downloads,
		openTab,
		openOptions: (hash) => openTab(`${origin}/src/options/index.html${hash ? `#${hash}` : ""}`),
		openPopup: async (tab) => {
			await triggerAction(pageOf(tab));
			return waitForPopup();
		},
		waitForPopup,
		waitForPopupClosed,
		isPopupOpen: async () => popupTarget() !== undefined,
		contextMenu,
		menuItems: () => menu.labels(),
		runCommand: async (name) => {
			const shortcut = (await shortcuts())[name];
			if (!shortcut) throw new Error(`Chromium has given ${name} no shortcut`);
			const front = await guard(until(focusedPage, "a page with the focus", WAIT_MS));
			const session = await guard(front.createCDPSession());
			await guard(pressShortcut(session, shortcut));
			await session.detach();
		},
		shortcuts,
		badge: async () => ask((tabId) => chrome.action.getBadgeText({ tabId }), await frontTab()),
		stopWorker,
		letWorkerIdle: async () => {
			throw new Error("Only time makes a worker of Chromium idle");
		},
		isWorkerRunning: async () => workerTarget() !== undefined,
		inWorker: async (body, ...args) => {
			const worker = await readyWorker();
			return guard(worker.evaluate(`(${body})(...${JSON.stringify(args)})`)) as never;
		},
		slowDown: (tab, times) => guard(pageOf(tab).emulateCPUThrottling(times)),
		heapBytes: async (tab) => {
			const session = await guard(pageOf(tab).createCDPSession());
			await guard(session.send("HeapProfiler.collectGarbage"));
			const { usedSize } = await guard(session.send("Runtime.getHeapUsage"));
			await session.detach();
			return usedSize;
		},
		reloadExtension: async () => {
			await menu.remember();
			await letGo();
			await guard(reloadFromList(chromium.browser, id));
			chromium.backstage = await guard(startedBackstage(chromium.browser, id));
		},
		enableExtension: async (on) => {
			await menu.remember();
			if (!on) await letGo();
			await guard(enableInList(chromium.browser, id, on));
			if (on) chromium.backstage = await guard(startedBackstage(chromium.browser, id));
		},
		answerPermission: (allow) => guard(answerDialog(allow, async () => !(await focusedPage()))),
		nextDownload: (action) => guard(downloadOf(folders.downloads, action)),
		readClipboard: async () => {
			const page = await guard(chromium.browser.newPage());
			await page.setContent("<textarea autofocus></textarea>");
			await page.focus("textarea");
			const session = await page.createCDPSession();
			const key = { key: "v", code: "KeyV", modifiers: 2, windowsVirtualKeyCode: 86 };
			await session.send("Input.dispatchKeyEvent", {
				type: "keyDown",
				...key,
				commands: ["Paste"],
			});
			const text = await page.evaluate(() => document.querySelector("textarea")?.value ?? "");
			await page.close();
			return text;
		},
		restart: async () => {
			await menu.remember();
			await quit();
			chromium = await startChromium(options, folders);
		},
		untilClosed: async () => {
			// The hidden page keeps the browser running after its last window is closed.
			while (chromium.process.alive() && (await chromium.browser.pages()).length > 0) {
				await pause(500);
			}
		},
		kill: async () => {
			// This comes first: reading anything before it would give the browser time to finish.
			await chromium.process.kill();
			await menu.remember();
		},
		close: async () => {
			await quit();
			folders.remove();
		},
	};
}
