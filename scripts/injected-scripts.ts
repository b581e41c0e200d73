import { readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allFilesReady } from "@crxjs/vite-plugin";
import { build, type Plugin } from "vite";
import { NO_CHARACTER_REFERENCES } from "./no-character-references.ts";

const ENTRIES = fileURLToPath(new URL("../src/injected/scripts/", import.meta.url));
/** The folder in the package. */
const FOLDER = "injected";

/**
 * Builds each file of `src/injected/scripts` into a separate script that `scripting.executeScript` can
 * run in a page. Such a file must not be a module or import anything. Its default export is the result
 * that the browser returns. These files are not listed in the manifest, where every site could read them.
 *
 * @param plugins creates the plugins that each of these builds needs
 */
export function injectedScripts(plugins: () => Plugin[]): Plugin {
	let outDir = "dist-dev";

	async function each(use: (fileName: string, source: string) => unknown): Promise<void> {
		for (const entry of readdirSync(ENTRIES)) {
			await use(`${FOLDER}/${entry.replace(/\.ts$/, ".js")}`, await scriptOf(entry, plugins()));
		}
	}

	return {
		name: "galley-injected-scripts",
		configResolved(config) {
			outDir = config.build.outDir;
		},
		async buildStart() {
			if (this.meta.watchMode) return;
			await each((fileName, source) => this.emitFile({ type: "asset", fileName, source }));
		},
		configureServer(server) {
			server.httpServer?.once("listening", async () => {
				// The folder is emptied before that.
				await allFilesReady();
				await each(async (fileName, source) => {
					const path = join(outDir, fileName);
					await mkdir(dirname(path), { recursive: true });
					await writeFile(path, source);
				});
			});
		},
	};
}

async function scriptOf(entry: string, plugins: Plugin[]): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "warn",
		plugins,
		resolve: { alias: NO_CHARACTER_REFERENCES },
		build: {
			write: false,
			target: "es2022",
			lib: { entry: join(ENTRIES, entry), formats: ["iife"], name: "result" },
		},
	});
	const [output] = Array.isArray(built) ? built : [built];
	const chunk = output && "output" in output ? output.output[0] : undefined;
	if (!chunk) throw new Error(`${entry} did not build.`);
	return `(()=>{${chunk.code}\nreturn result})();\n`;
}
