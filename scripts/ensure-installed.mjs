/** Installs the packages of package-lock.json if node_modules does not contain exactly these. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, ROOT } from "./run.mjs";

/** Packages that need an install script of their own. No other package may run one. */
export const RUN_AT_INSTALL = [];

function packagesIn(lockFile) {
	const path = join(ROOT, lockFile);
	return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** Why an install is needed, as a sentence, or undefined if it is not. */
function reasonToInstall() {
	const wanted = packagesIn("package-lock.json");
	const installed = packagesIn("node_modules/.package-lock.json");
	if (!installed) return "The packages are not installed yet.";
	const stale = Object.entries(wanted).find(([path, { version, optional }]) => {
		if (path === "") return false;
		// An optional package may be for another system.
		if (!installed[path]) return !optional;
		return installed[path].version !== version || !existsSync(join(ROOT, path));
	});
	return stale && `${stale[0]} is not the version that package-lock.json names.`;
}

/** Ends the program if npm fails. npm has then printed the reason. */
export function ensureInstalled() {
	const reason = reasonToInstall();
	if (!reason) return;
	console.error(`${reason} Installing with npm ci …`);
	npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
	for (const name of RUN_AT_INSTALL) npm("rebuild", name, "--ignore-scripts=false");
}

function npm(command, ...args) {
	const { status } = spawnSync("npm", [command, ...args], {
		cwd: ROOT,
		stdio: ["ignore", "inherit", "inherit"],
		shell: process.platform === "win32",
	});
	if (status === 0) return;
	console.error(`npm ${command} failed; what it said stands above.`);
	process.exit(1);
}

if (isMain(import.meta.url)) ensureInstalled();
