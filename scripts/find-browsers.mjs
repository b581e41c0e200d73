/**
 * Finds Chromium and Firefox on this machine. Missing browsers are installed with the system's package
 * manager if that is permitted, else with @puppeteer/browsers into .cache/browsers.
 *
 *     node scripts/find-browsers.mjs [chromium] [firefox]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../.cache/browsers", import.meta.url));

/**
 * For each browser: the environment variable that has priority, the names to look for on the PATH, the
 * usual paths on systems that do not use the PATH, the Debian package, and its name for
 * @puppeteer/browsers.
 */
const BROWSERS = {
	chromium: {
		variable: "GALLEY_CHROMIUM",
		commands: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
		places: [
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			...windows("Chromium/Application/chrome.exe"),
			...windows("Google/Chrome/Application/chrome.exe"),
		],
		packages: ["chromium"],
		download: "chrome@stable",
		binaries: ["chrome", "chrome.exe", "Google Chrome for Testing"],
	},
	firefox: {
		variable: "GALLEY_FIREFOX",
		commands: ["firefox", "firefox-esr"],
		places: [
			"/Applications/Firefox.app/Contents/MacOS/firefox",
			...windows("Mozilla Firefox/firefox.exe"),
		],
		packages: ["firefox-esr"],
		download: "firefox@stable",
		binaries: ["firefox", "firefox.exe"],
	},
};

function windows(path) {
	return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
		.map((name) => process.env[name])
		.filter(Boolean)
		.map((folder) => join(folder, path));
}

function runs(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Snap browsers can read neither /tmp nor hidden folders, so they cannot load what is built here. */
function isSnap(path) {
	if (path.startsWith("/snap/")) return true;
	const start = spawnSync("head", ["-c", "4000", path], { encoding: "latin1" }).stdout ?? "";
	return start.startsWith("#!") && start.includes("/snap/bin");
}

function onPath(command) {
	for (const folder of (process.env.PATH ?? "").split(delimiter)) {
		const path = join(folder, command);
		if (folder && runs(path) && !isSnap(path)) return path;
	}
	return undefined;
}

/** Looks for a file with one of `names` in `folder`, a few levels deep. */
function below(folder, names, depth = 6) {
	if (depth === 0 || !existsSync(folder)) return undefined;
	const entries = readdirSync(folder, { withFileTypes: true });
	const file = entries.find((entry) => entry.isFile() && names.includes(entry.name));
	if (file && runs(join(folder, file.name))) return join(folder, file.name);
	for (const entry of entries.filter((each) => each.isDirectory())) {
		const found = below(join(folder, entry.name), names, depth - 1);
		if (found) return found;
	}
	return undefined;
}

/** The path of the executable, or undefined if it is not on this machine. */
export function findBrowser(name) {
	const browser = BROWSERS[name];
	const configured = process.env[browser.variable];
	if (configured) {
		if (!runs(configured))
			throw new Error(`${browser.variable} is ${configured}, which does not run`);
		return configured;
	}
	for (const command of browser.commands) {
		const path = onPath(command);
		if (path) return path;
	}
	return (
		browser.places.find(runs) ??
		below(join(CACHE, browser.download.split("@")[0]), browser.binaries)
	);
}

/** The words to put before a command to run it as root, or undefined if that is not possible. */
function asRoot() {
	if (process.getuid?.() === 0) return [];
	const sudo = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
	return sudo.status === 0 ? ["sudo", "-n"] : undefined;
}

function installWithApt(packages) {
	const root = asRoot();
	if (!root || !onPath("apt-get")) return false;
	console.log(`Installing ${packages.join(" and ")} with apt-get …`);
	const run = (...words) => {
		const [command, ...rest] = [...root, ...words];
		return spawnSync(command, rest, {
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		}).status;
	};
	run("apt-get", "update", "-q");
	return run("apt-get", "install", "-y", "-q", "--no-install-recommends", ...packages) === 0;
}

function installWithPuppeteer(download) {
	console.log(`Downloading ${download} into .cache/browsers …`);
	const cli = fileURLToPath(
		new URL("../node_modules/@puppeteer/browsers/lib/cjs/main-cli.js", import.meta.url),
	);
	try {
		execFileSync(process.execPath, [cli, "install", download, "--path", CACHE], {
			stdio: ["ignore", "ignore", "inherit"],
		});
		return true;
	} catch {
		return false;
	}
}

/**
 * The path of each browser. Missing browsers are installed first. Throws an error that says what to
 * install.
 */
export async function ensureBrowsers(names) {
	const missing = () => names.filter((name) => !findBrowser(name));
	if (missing().length > 0) installWithApt(missing().flatMap((name) => BROWSERS[name].packages));
	for (const name of missing()) installWithPuppeteer(BROWSERS[name].download);
	const still = missing();
	if (still.length > 0) {
		const packages = still.flatMap((name) => BROWSERS[name].packages).join(" ");
		const variables = still.map((name) => BROWSERS[name].variable).join(" and ");
		throw new Error(
			`No ${still.join(" and no ")} here, and none could be installed.\n` +
				`Install it (on Debian: apt-get install ${packages}), or say where it is with ${variables}.`,
		);
	}
	return Object.fromEntries(names.map((name) => [name, findBrowser(name)]));
}

/** Installs what some tests need to use a menu on a display. Without it these tests are skipped. */
export function tryToInstallDisplay() {
	if (process.platform !== "linux") return;
	const missing = { Xvfb: "xvfb", xdotool: "xdotool" };
	const packages = Object.keys(missing).filter((command) => !onPath(command));
	if (packages.length > 0) installWithApt(packages.map((command) => missing[command]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wanted = process.argv.slice(2);
	try {
		const found = await ensureBrowsers(wanted.length > 0 ? wanted : Object.keys(BROWSERS));
		for (const [name, path] of Object.entries(found)) console.log(`${name}: ${path}`);
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
