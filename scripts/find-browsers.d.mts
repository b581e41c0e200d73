export type BrowserName = "chromium" | "firefox";

/** Path of the executable, or undefined when it is not on this machine. */
export function findBrowser(name: BrowserName): string | undefined;

/** Path of each; those that are missing are installed first. Throws, saying what to install. */
export function ensureBrowsers(
	names: readonly BrowserName[],
): Promise<Partial<Record<BrowserName, string>>>;
