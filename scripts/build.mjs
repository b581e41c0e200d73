/**
 * Builds the extension into dist/chrome and dist/firefox.
 *
 *     node scripts/build.mjs [chrome] [firefox]
 */
import { ensureInstalled } from "./ensure-installed.mjs";
import { isMain, runTool } from "./run.mjs";

export const TARGETS = ["chrome", "firefox"];

/** Builds one target. Throws when the build fails. */
export async function build(target) {
	const { code } = await runTool("vite", "vite", ["build", "--logLevel", "warn"], {
		env: { GALLEY_TARGET: target, NODE_ENV: "production" },
	});
	if (code !== 0) throw new Error(`Galley for ${target} did not build.`);
	console.log(`Built dist/${target}`);
}

if (isMain(import.meta.url)) {
	const targets = process.argv.slice(2);
	const unknown = targets.filter((target) => !TARGETS.includes(target));
	if (unknown.length > 0) {
		console.error(`No such target: ${unknown.join(", ")}. There are ${TARGETS.join(" and ")}.`);
		process.exit(1);
	}
	ensureInstalled();
	try {
		for (const target of targets.length > 0 ? targets : TARGETS) await build(target);
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
