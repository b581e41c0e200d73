/** Starts Firefox with Marionette and the extension. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "./driven.ts";
import { executable } from "./executables.ts";
import { connectMarionette, type Marionette } from "./marionette.ts";
import { type BrowserProcess, startProcess } from "./process.ts";
import type { Folders } from "./profiles.ts";
import { until } from "./wait.ts";

export interface Firefox {
	process: BrowserProcess;
	marionette: Marionette;
}

export const EXTENSION_ID = "galley@galley.example";
/** The host of its pages. Otherwise Firefox would choose a new one, which has no access to the old data. */
export const EXTENSION_UUID = "6a11e700-0000-4000-8000-67616c6c6579";

const START_MS = 60_000;

function preferences(options: LaunchOptions, downloads: string) {
	const [host, port] = (options.proxy ?? "127.0.0.1:9").split(":");
	return {
		// A free port, written into the profile.
		"marionette.port": 0,
		"extensions.webextensions.uuids": JSON.stringify({ [EXTENSION_ID]: EXTENSION_UUID }),
		"extensions.webextensions.keepStorageOnUninstall": true,
		"extensions.webextensions.keepUuidOnUninstall": true,
		"extensions.autoDisableScopes": 0,
		"xpinstall.signatures.required": false,

		// All requests go through the proxy, and nothing answers on port 9; type 5 is the system's own setting.
		"network.proxy.type": options.forPerson ? 5 : 1,
		"network.proxy.http": host ?? "",
		"network.proxy.http_port": Number(port),
		"network.proxy.ssl": host ?? "",
		"network.proxy.ssl_port": Number(port),
		"network.captive-portal-service.enabled": false,
		"network.connectivity-service.enabled": false,
		"network.dns.disablePrefetch": true,
		"network.http.speculative-parallel-limit": 0,
		"network.prefetch-next": false,

		"app.normandy.enabled": false,
		"app.shield.optoutstudies.enabled": false,
		"app.update.disabledForTesting": true,
		"app.update.enabled": false,
		"browser.aboutwelcome.enabled": false,
		"browser.contentblocking.introCount": 99,
		"browser.discovery.enabled": false,
		"browser.newtabpage.enabled": false,
		"browser.newtabpage.activity-stream.feeds.system.topsites": false,
		"browser.newtabpage.activity-stream.feeds.section.topstories": false,
		"browser.region.network.url": "",
		"browser.safebrowsing.blockedURIs.enabled": false,
		"browser.safebrowsing.downloads.enabled": false,
		"browser.safebrowsing.malware.enabled": false,
		"browser.safebrowsing.phishing.enabled": false,
		"browser.safebrowsing.update.enabled": false,
		"browser.search.update": false,
		"browser.sessionstore.resume_from_crash": false,
		"browser.shell.checkDefaultBrowser": false,
		"browser.startup.homepage": "about:blank",
		"browser.startup.homepage_override.mstone": "ignore",
		"browser.startup.page": 0,
		"browser.tabs.warnOnClose": false,
		"browser.topsites.contile.enabled": false,
		"browser.translations.enable": false,
		"browser.warnOnQuit": false,
		"datareporting.healthreport.uploadEnabled": false,
		"datareporting.policy.dataSubmissionEnabled": false,
		"datareporting.usage.uploadEnabled": false,
		"extensions.blocklist.enabled": false,
		"extensions.getAddons.cache.enabled": false,
		"extensions.systemAddon.update.enabled": false,
		"extensions.update.enabled": false,
		"geo.provider.network.url": "",
		"intl.accept_languages": "en-US, en",
		"media.gmp-manager.updateEnabled": false,
		"messaging-system.rsexperimentloader.enabled": false,
		"services.settings.server": "data:,#remote-settings-dummy/v1",
		"security.OCSP.enabled": 0,
		"termsofuse.bypassNotification": true,
		"toolkit.telemetry.enabled": false,
		"toolkit.telemetry.server": "data:,",
		"toolkit.startup.max_resumed_crashes": -1,

		"browser.download.folderList": 2,
		"browser.download.dir": downloads,
		"browser.download.useDownloadDir": true,
		"browser.download.alwaysOpenPanel": false,
		"browser.download.always_ask_before_handling_new_types": false,
		"browser.download.start_downloads_in_tmp_dir": false,
		"browser.helperApps.neverAsk.saveToDisk": "text/markdown,text/plain,application/json",

		// Otherwise the first clicks after a page has loaded are ignored, as a protection against accidental consent.
		"dom.input_events.security.minNumTicks": 0,
		"dom.input_events.security.minTimeElapsedInMS": 0,
		"security.notification_enable_delay": 0,
		"ui.prefersReducedMotion": 1,
		"layout.css.prefers-color-scheme.content-override": 1,
	};
}

/** Starts it and waits until the extension is installed and its event page has run. */
export async function startFirefox(options: LaunchOptions, folders: Folders): Promise<Firefox> {
	const lines = Object.entries(preferences(options, folders.downloads)).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
	);
	writeFileSync(join(folders.profile, "user.js"), lines.join(""));
	const portFile = join(folders.profile, "MarionetteActivePort");
	rmSync(portFile, { force: true });

	const { width, height } = options.size ?? { width: 1280, height: 900 };
	const running = startProcess(
		executable("firefox"),
		[
			"--profile",
			folders.profile,
			"--no-remote",
			"--marionette",
			"-remote-allow-system-access",
			...(options.display ? [] : ["--headless"]),
			"--width",
			String(width),
			"--height",
			String(height),
			"about:blank",
		],
		{
			env: {
				MOZ_CRASHREPORTER_DISABLE: "1",
				// Without it the address of the settings server cannot be changed.
				MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
				MOZ_HEADLESS_WIDTH: `${width}`,
				MOZ_HEADLESS_HEIGHT: `${height}`,
			},
		},
	);
	const start = async (): Promise<Firefox> => {
		const port = await until(
			// The file exists before it contains the number.
			() => (existsSync(portFile) && Number(readFileSync(portFile, "utf8"))) || undefined,
			"Marionette",
			START_MS,
		);
		const marionette = await connectMarionette(port);
		await marionette.send("Addon:Install", { path: folders.extension, temporary: true });
		return { process: running, marionette };
	};
	try {
		return await running.guard(start());
	} catch (error) {
		await running.kill();
		throw error;
	}
}
