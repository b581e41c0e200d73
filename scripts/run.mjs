/** Runs the tools of node_modules with Node itself, so that it works in the same way on every system. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The path of the script for `command` of an installed package. */
function scriptOf(packageName, command) {
	const folder = join(ROOT, "node_modules", packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs `command` of the package `packageName`. Resolves to its exit code and, with `capture`, its
 * standard output. Output that is not captured is shown.
 */
export function runTool(packageName, command, args, { env = {}, capture = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [scriptOf(packageName, command), ...args], {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: ["ignore", capture ? "pipe" : "inherit", "inherit"],
		});
		let output = "";
		child.stdout?.on("data", (chunk) => {
			output += chunk;
		});
		child.once("error", reject);
		child.once("close", (code) => resolve({ code: code ?? 1, output }));
	});
}

/** Whether this file was started from the command line and not imported. */
export function isMain(moduleUrl) {
	return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === process.argv[1];
}
