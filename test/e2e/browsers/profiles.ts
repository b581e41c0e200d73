/** Folders in which a browser stores its state. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LaunchOptions } from "./driven.ts";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));

export interface Folders {
	profile: string;
	downloads: string;
	/** The built extension. */
	extension: string;
	/** Removes the profile when it was a temporary one. */
	remove(): void;
}

/** The folder of the extension that is tested. */
export function builtExtension(target: "chrome" | "firefox"): string {
	return join(process.env.GALLEY_DIST ?? DIST, target);
}

/** `target` is the folder of `dist` that is used if the options name no extension. */
export function foldersFor(options: LaunchOptions, target: "chrome" | "firefox"): Folders {
	const profile = options.profile ?? mkdtempSync(join(tmpdir(), `galley-${target}-`));
	const downloads = options.downloads ?? join(profile, "downloads");
	mkdirSync(profile, { recursive: true });
	mkdirSync(downloads, { recursive: true });
	return {
		profile,
		downloads,
		extension: options.extension ?? builtExtension(target),
		remove: () => {
			if (options.profile) return;
			rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		},
	};
}
