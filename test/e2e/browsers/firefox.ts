/** The driver for Firefox, over Marionette. */

import { downloadOf } from "./downloads.ts";
import type { Driven, LaunchOptions, MenuTarget, Tab } from "./driven.ts";
import {
	backgroundState,
	badge,
	clickPermission,
	clipboardText,
	doShortcut,
	enableAddon,
	letBackgroundIdle,
	permissionAsked,
	popup as popupId,
	reloadAddon,
	rightClick,
	shortcuts as shortcutsOf,
	stopBackground,
	triggerAction,
} from "./firefox-extension-inside.ts";
import { type Inside, inWindow } from "./firefox-inside.ts";
import { firefoxSurface } from "./firefox-page.ts";
import { hasLoaded, load, openTab as openBlankTab } from "./firefox-page-inside.ts";
import { EXTENSION_ID, EXTENSION_UUID, type Firefox, startFirefox } from "./firefox-start.ts";
import { foldersFor } from "./profiles.ts";
import { menuClickAt } from "./right-click.ts";
import type { View } from "./view.ts";
import { viewOn } from "./view.ts";
import { pause, until } from "./wait.ts";

const WAIT_MS = 15_000;

export async function launchFirefox(options: LaunchOptions): Promise<Driven> {
	const folders = foldersFor(options, "firefox");
	const origin = `moz-extension://${EXTENSION_UUID}`;
	/** The `<browser>` behind each view of a tab. */
	const ids = new WeakMap<View, number>();
	let firefox: Firefox;

	/** Runs in Firefox's own window. */
	const ask = <Arguments extends readonly unknown[], Result>(
		body: (inside: Inside, ...args: Arguments) => Result | Promise<Result>,
		...args: Arguments
	): Promise<Result> => firefox.process.guard(inWindow(firefox.marionette, body, ...args));

	const isWorkerRunning = async () => (await ask(backgroundState, EXTENSION_ID)) === "running";
	const start = async () => {
		firefox = await startFirefox(options, folders);
		// It runs once after the installation, as the worker does in Chromium.
		await until(isWorkerRunning, "the event page", WAIT_MS);
	};
	await start();

	const idOf = (tab: View): number => {
		const id = ids.get(tab);
		if (id === undefined) throw new Error("Not a tab of this browser");
		return id;
	};
	const openTab = async (url: string): Promise<Tab> => {
		const id = await ask(openBlankTab);
		const surface = firefoxSurface(id, "tab", firefox);
		const tab: Tab = {
			...viewOn(surface),
			goto: async (to) => {
				const before = await ask(load, id, to);
				await until(() => ask(hasLoaded, id, before, to), `${to} to load`, WAIT_MS);
			},
			activate: () => surface.bringToFront(),
		};
		ids.set(tab, id);
		await tab.goto(url);
		await tab.activate();
		// Clicks on it have no effect before it has been drawn once.
		await tab.evaluate(
			() => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0))),
		);
		return tab;
	};

	const waitForPopupClosed = async () => {
		await until(async () => (await ask(popupId, origin)) === null, "the popup to close", WAIT_MS);
	};
	const waitForPopup = async (): Promise<View> => {
		const id = await until(() => ask(popupId, origin), "the popup", WAIT_MS);
		const surface = firefoxSurface(id, "popup", firefox);
		const close = async () => {
			await surface.close();
			await waitForPopupClosed();
		};
		const view = viewOn({ ...surface, close });
		await until(
			() => view.evaluate(() => document.readyState === "complete"),
			"the popup to load",
			WAIT_MS,
		);
		return view;
	};

	const clickMenu = async (tab: Tab, target: MenuTarget, label: string | null) => {
		await tab.activate();
		const { x, y } = await tab.evaluate(menuClickAt, target.on, target.selector ?? "body");
		return ask(rightClick, idOf(tab), EXTENSION_ID, { x, y }, label);
	};

	const quit = async () => {
		if (!firefox.process.alive()) return;
		// There may be no answer, because the browser has already ended.
		firefox.marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
		await firefox.process.ended(WAIT_MS);
		firefox.marionette.close();
	};

	return {
		name: "firefox",
		origin,
		profile: folders.profile,
		downloads: folders.downloads,
		openTab,
		openOptions: (hash) => openTab(`${origin}/src/options/index.html${hash ? `#${hash}` : ""}`),
		openPopup: async (tab) => {
			await tab.activate();
			await ask(triggerAction, EXTENSION_ID);
			return waitForPopup();
		},
		waitForPopup,
		waitForPopupClosed,
		isPopupOpen: async () => (await ask(popupId, origin)) !== null,
		contextMenu: async (tab, target, label) => {
			await clickMenu(tab, target, label);
		},
		menuItems: (tab, target) => clickMenu(tab, target, null),
		runCommand: async (name) => {
			const shortcut = (await ask(shortcutsOf, EXTENSION_ID))[name];
			if (!shortcut) throw new Error(`Firefox has given ${name} no shortcut`);
			await ask(doShortcut, EXTENSION_ID, shortcut);
		},
		shortcuts: () => ask(shortcutsOf, EXTENSION_ID),
		badge: () => ask(badge, EXTENSION_ID),
		stopWorker: async () => {
			await ask(stopBackground, EXTENSION_ID);
			await until(async () => !(await isWorkerRunning()), "the event page to stop", WAIT_MS);
		},
		letWorkerIdle: async () => {
			await ask(letBackgroundIdle, EXTENSION_ID);
			return !(await isWorkerRunning());
		},
		reloadExtension: async () => {
			await ask(reloadAddon, EXTENSION_ID);
			await until(isWorkerRunning, "the event page", WAIT_MS);
		},
		enableExtension: async (on) => {
			await ask(enableAddon, EXTENSION_ID, on);
			if (on) await until(isWorkerRunning, "the event page", WAIT_MS);
		},
		isWorkerRunning,
		inWorker: async () => {
			throw new Error("Firefox lets nothing be run in the event page");
		},
		slowDown: async () => {
			throw new Error("Firefox has no way to make a processor slower");
		},
		heapBytes: async () => {
			throw new Error("Firefox does not say what the scripts of one tab hold");
		},
		answerPermission: async (allow) => {
			await until(() => ask(permissionAsked), "the question about a permission", WAIT_MS);
			await until(
				async () => {
					if (!(await ask(permissionAsked))) return true;
					await ask(clickPermission, allow);
					return undefined;
				},
				"the question to be answered",
				WAIT_MS,
			);
		},
		nextDownload: (action) => firefox.process.guard(downloadOf(folders.downloads, action)),
		readClipboard: () => ask(clipboardText),
		restart: async () => {
			await quit();
			await start();
		},
		untilClosed: async () => {
			while (firefox.process.alive()) await pause(500);
		},
		kill: () => firefox.process.kill(),
		close: async () => {
			await quit();
			folders.remove();
		},
	};
}
