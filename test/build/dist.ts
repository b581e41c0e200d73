/** The build output: `dist`, or the folder in `GALLEY_DIST`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the repository, without a slash at the end. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

export const TARGETS = ["chrome", "firefox"] as const;
export type Target = (typeof TARGETS)[number];

export function distOf(target: Target): string {
	return join(process.env.GALLEY_DIST ?? join(ROOT, "dist"), target);
}

export function readBuilt(target: Target, file: string): string {
	return readFileSync(join(distOf(target), file), "utf8");
}
