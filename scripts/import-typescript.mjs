import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ROOT } from "./run.mjs";

/** Imports a TypeScript module by its path in the repository. Node 20 cannot do this, but Vite can. */
export async function importTypeScript(path) {
	ensureInstalled();
	const { runnerImport } = await import("vite");
	const load = async (file, plugins) => {
		const config = { configFile: false, logLevel: "error", plugins };
		return (await runnerImport(join(ROOT, file), config)).module;
	};
	const { linkRules } = await load("scripts/link-rules.ts", []);
	return load(path, [linkRules()]);
}
