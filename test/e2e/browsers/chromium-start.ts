/** Starts Chromium with the extension and returns what the driver needs. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import puppeteer, { type Browser, type Extension, type Page } from "puppeteer-core";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import type { LaunchOptions } from "./driven.ts";
import { executable } from "./executables.ts";
import { pipeTransport } from "./pipe.ts";
import { type BrowserProcess, startProcess } from "./process.ts";
import type { Folders } from "./profiles.ts";
import { until } from "./wait.ts";

declare const chrome: ExtensionApi;

export interface Chromium {
	process: BrowserProcess;
	browser: Browser;
	extension: Extension;
	/**
	 * A hidden page of the extension's origin, from which the `chrome` API can be called without
	 * starting the worker. It is the manifest itself, so that none of Galley's code runs in it.
	 */
	backstage: Page;
}

const START_MS = 30_000;

/** The id that Chromium derives from the folder of an unpacked extension. */
function idOf(folder: string): string {
	const sum = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 32);
	return [...sum].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}

/**
 * Downloads go to the folder without a question, and Galley is in the toolbar. Added to the present
 * preferences of the profile.
 */
function writePreferences({ profile, downloads, extension }: Folders): void {
	const path = join(profile, "Default", "Preferences");
	mkdirSync(join(profile, "Default"), { recursive: true });
	const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
	const preferences = {
		...before,
		download: { ...before.download, default_directory: downloads, prompt_for_download: false },
		extensions: { ...before.extensions, pinned_extensions: [idOf(extension)] },
		// The page after a crash would replace the active tab.
		profile: { ...before.profile, exit_type: "Normal" },
	};
	writeFileSync(path, JSON.stringify(preferences));
}

/** No host outside this machine has an address; `http:` requests may go through the proxy. */
function offline(proxy: string | undefined): string[] {
	return [
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
		proxy ? `--proxy-server=http://${proxy}` : "--no-proxy-server",
	];
}

function argumentsFor(options: LaunchOptions, folders: Folders): string[] {
	const { width, height } = options.size ?? { width: 1280, height: 900 };
	const all = puppeteer.defaultArgs({
		headless: !options.display,
		userDataDir: folders.profile,
		enableExtensions: true,
		args: [
			"--remote-debugging-pipe",
			`--window-size=${width},${height}`,
			"--disable-gpu",
			"--disable-quic",
			"--disable-component-update",
			"--no-default-browser-check",
			"--hide-crash-restore-bubble",
			"--lang=en-US",
			...(options.forPerson ? [] : offline(options.proxy)),
			// The sandbox does not work as root, and is switched off only then.
			...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
			"about:blank",
		],
	});
	// Its bar across the window is not useful for a person who started this.
	return options.forPerson ? all.filter((each) => each !== "--enable-automation") : all;
}

/**
 * Opens the hidden page when the browser knows the extension and has installed its worker. A worker
 * that is stopped before that does not return until the next start.
 */
async function openBackstage(browser: Browser, id: string): Promise<Page> {
	const session = await browser.target().createCDPSession();
	const { targetId } = await session.send("Target.createTarget", {
		url: `chrome-extension://${id}/manifest.json`,
		hidden: true,
	});
	const url = `chrome-extension://${id}/manifest.json`;
	const target = await browser.waitForTarget(
		(each) => each.type() === "other" && each.url() === url,
		{ timeout: 10_000 },
	);
	const page = await target.asPage();
	await until(
		() => page.evaluate(() => typeof chrome.tabs?.query === "function"),
		`the extension's API in ${targetId}`,
		10_000,
	);
	await until(
		() =>
			page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				return registration?.active?.state === "activated";
			}),
		"the worker to be installed",
		START_MS,
	);
	return page;
}

/** Waits for the worker of an extension that has just been loaded, and opens the hidden page. */
export async function startedBackstage(browser: Browser, id: string): Promise<Page> {
	await browser.waitForTarget(
		(target) => target.type() === "service_worker" && new URL(target.url()).host === id,
		{ timeout: START_MS },
	);
	return openBackstage(browser, id);
}

export async function startChromium(options: LaunchOptions, folders: Folders): Promise<Chromium> {
	writePreferences(folders);
	const running = startProcess(executable("chromium"), argumentsFor(options, folders), {
		stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
		// Otherwise dates depend on the machine.
		env: { LANGUAGE: "en_US" },
	});
	const [, , , write, read] = running.child.stdio;
	const start = async (): Promise<Chromium> => {
		const browser = await puppeteer.connect({
			transport: pipeTransport(write as Writable, read as Readable),
			defaultViewport: null,
			protocolTimeout: START_MS,
		});
		const id = await browser.installExtension(folders.extension);
		const extension = await until(
			async () => (await browser.extensions()).get(id),
			`extension ${id}`,
			START_MS,
		);
		return { process: running, browser, extension, backstage: await startedBackstage(browser, id) };
	};
	try {
		return await running.guard(start());
	} catch (error) {
		await running.kill();
		throw error;
	}
}
