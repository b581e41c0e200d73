/**
 * One interface over two real browsers, so that a test is written once and run in both.
 *
 * Chromium is driven over the DevTools protocol, Firefox over Marionette. If the two cannot
 * do the same, the docstring says what each does.
 */
import { launchChromium } from "./chromium.ts";
import type { Driven, LaunchOptions } from "./driven.ts";
import type { BrowserName } from "./executables.ts";
import { launchFirefox } from "./firefox.ts";

export type { Query } from "./accessible.ts";
export type { Download, Driven, LaunchOptions, MenuTarget, Tab } from "./driven.ts";
export type { BrowserName } from "./executables.ts";
export type { Size } from "./surface.ts";
export type { View, Where } from "./view.ts";

/**
 * Starts `name` with the built extension loaded and its worker ready.
 * Throws, with the end of the browser's output, if it does not start.
 */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driven> {
	return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}

/** The browsers to test in: both, or those that `GALLEY_BROWSERS` names, separated by commas. */
export function browsersToTest(): BrowserName[] {
	const all: BrowserName[] = ["chromium", "firefox"];
	const wanted = process.env.GALLEY_BROWSERS?.split(",").map((name) => name.trim());
	return wanted ? all.filter((name) => wanted.includes(name)) : all;
}
