/** Where the browsers are. `scripts/find-browsers.mjs` knows; this asks it once and remembers. */
import { findBrowser } from "../../../scripts/find-browsers.mjs";

export type BrowserName = "chromium" | "firefox";

const found = new Map<BrowserName, string>();

/** Path of the executable. Throws, saying how to get it, when it is not on this machine. */
export function executable(name: BrowserName): string {
	const path = found.get(name) ?? findBrowser(name);
	if (!path) throw new Error(`No ${name} on this machine: run node scripts/find-browsers.mjs`);
	found.set(name, path);
	return path;
}
