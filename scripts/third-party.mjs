/**
 * Updates THIRD_PARTY.md, the licenses of everything that is built into Galley, from a build.
 *
 *     npm run third-party
 */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ROOT } from "./run.mjs";

ensureInstalled();
try {
	await build("chrome");
	copyFileSync(join(ROOT, "dist/chrome/THIRD_PARTY.md"), join(ROOT, "THIRD_PARTY.md"));
	console.log("THIRD_PARTY.md is as the build says.");
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
