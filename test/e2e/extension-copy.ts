/** A copy of the built extension in its own folder, which can be changed to a new version. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./browsers/browser.ts";
import { builtExtension } from "./browsers/profiles.ts";

export interface ExtensionCopy {
	path: string;
	/** Changes it to the next version, as an update does. It takes effect when the extension is reloaded. */
	raiseVersion(): void;
	remove(): void;
}

export function extensionCopy(name: BrowserName): ExtensionCopy {
	const path = mkdtempSync(join(tmpdir(), "galley-extension-"));
	cpSync(builtExtension(name === "chromium" ? "chrome" : "firefox"), path, { recursive: true });
	const file = join(path, "manifest.json");
	return {
		path,
		raiseVersion() {
			const manifest = JSON.parse(readFileSync(file, "utf8"));
			const [major, minor, patch] = manifest.version.split(".").map(Number);
			manifest.version = [major, minor, patch + 1].join(".");
			writeFileSync(file, JSON.stringify(manifest));
		},
		remove: () => rmSync(path, { recursive: true, force: true }),
	};
}
