/**
 * Shows Galley: installs what is missing, builds the extension, and opens a browser with it and a page of
 * links to clip. Without a display it performs the main tasks once in a headless browser.
 *
 *     npm start                 with a window if there is a display
 *     npm start -- --headless   always without a window
 */
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureBrowsers } from "./find-browsers.mjs";
import { ROOT } from "./run.mjs";

const started = Date.now();

function report(step) {
	console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`);
}

function hasDisplay() {
	if (process.argv.includes("--headless")) return false;
	if (process.platform === "darwin" || process.platform === "win32") return !process.env.CI;
	return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The tour is TypeScript, which Node 20 cannot run by itself. Vite can. */
async function loadTour() {
	const { runnerImport } = await import("vite");
	const { module } = await runnerImport(join(ROOT, "test/e2e/tour.ts"), {
		configFile: false,
		logLevel: "error",
	});
	return module;
}

try {
	ensureInstalled();
	report("Packages are installed");
	const { chromium } = await ensureBrowsers(["chromium"]);
	report(`The browser is ${chromium}`);
	await build("chrome");
	report("Galley is built");
	const { openForPerson, takeTour } = await loadTour();
	if (hasDisplay()) {
		const profile = join(ROOT, ".cache", "profile");
		mkdirSync(profile, { recursive: true });
		await openForPerson(profile, report);
	} else {
		report("There is no display: the main job is done once in a headless browser");
		const tour = await takeTour(join(ROOT, "out"), report);
		const shown = (path) => relative(process.cwd(), path);
		console.log(`\n${tour.text}`);
		console.log(`Issue         ${shown(tour.issue)}`);
		console.log(`Popup         ${shown(tour.popup)}`);
		console.log(`Options page  ${shown(tour.options)}`);
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
